"""Builds calls of endpoints that the spec does not have; they run like any other call."""
