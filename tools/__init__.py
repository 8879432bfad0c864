"""Implements the sessions of noxfile.py that need more than a few lines."""
