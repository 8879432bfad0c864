"""Describes models by JSON Schema, for pydantic and FastAPI."""
