"""What comes back: headers, bodies and what errors say, as plain values. Pure."""
