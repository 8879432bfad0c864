"""Sends one attempt through httpx2 and records how far it got."""
