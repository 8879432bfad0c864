"""Draws the tables of measurements as bar charts (SVG), whose numbers are those of the tables."""
