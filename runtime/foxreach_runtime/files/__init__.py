"""Sends forms with files, streamed from where they are, and keeps downloads that are no JSON."""
