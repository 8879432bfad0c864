"""Implements the command line: one command for each operation, built from a table of facts; it knows no endpoint."""
