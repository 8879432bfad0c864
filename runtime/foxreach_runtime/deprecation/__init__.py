"""Warns of arguments and fields that the API gives up, when a caller uses one."""
