"""Sends one attempt through httpx2, with the headers of every request, and records how far it got."""
