"""One call from its first attempt to its result: a state machine without I/O, and the two drivers that run it."""
