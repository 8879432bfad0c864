"""Reads replies that differ from the spec, for clients with `on_mismatch="keep"`."""
