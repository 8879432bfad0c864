"""Defines how a call behaves; it knows HTTP and no endpoint."""
