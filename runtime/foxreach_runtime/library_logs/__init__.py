"""Decides what the logs of httpx2 and of the libraries below it may show of our requests."""
