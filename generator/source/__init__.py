"""Reads the spec and keeps the line and column of every node."""
