"""Asks the API itself, by reads alone, where the spec is wrong; with --write-scratch also by objects of its own."""
