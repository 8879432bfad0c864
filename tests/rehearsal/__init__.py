"""A small FoxReach to rehearse against, on loopback."""
