"""Shares one rate limit among processes through Redis or Valkey."""
