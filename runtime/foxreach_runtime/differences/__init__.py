"""Finds where replies differ from the spec, for clients that ask for it; no call passes it otherwise."""
