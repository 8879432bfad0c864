"""Keeps calls within the rate limit: decides when the next one may be sent."""
