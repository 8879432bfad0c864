"""One quota for a fleet, kept by Redis or Valkey."""
