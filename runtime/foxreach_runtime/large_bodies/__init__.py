"""Decodes bodies of many megabytes in bounded memory, while other threads run; checks long bodies to send."""
