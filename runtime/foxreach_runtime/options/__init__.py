"""What a caller sets on a client, checked at construction. Pure."""
