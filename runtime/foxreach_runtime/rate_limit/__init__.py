"""Staying inside the quota: what the server may have counted, and when the next call may go."""
