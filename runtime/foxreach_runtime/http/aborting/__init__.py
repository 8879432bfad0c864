"""Ends requests in the pools of httpx2: those of a client that is closed, and one that an exception has ended."""
