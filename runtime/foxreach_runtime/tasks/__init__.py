"""Runs work in a task of its own, which goes on if nobody waits for it any more."""
