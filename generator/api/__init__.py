"""Represents what the spec means: operations, models and their Python names, as plain values."""
