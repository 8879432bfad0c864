"""Decodes bodies whose content coding httpx2 decodes in part."""
