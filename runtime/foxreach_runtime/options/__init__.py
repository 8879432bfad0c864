"""Holds the options of a client and checks them at construction.

Pure: no I/O.
"""
