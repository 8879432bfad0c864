"""Asks the API itself, by reads alone, where the spec is wrong; with --write-scratch also by one lead of its own."""
