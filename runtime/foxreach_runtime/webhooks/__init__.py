"""Verifies and reads the deliveries of webhooks, which no call of a client passes."""
