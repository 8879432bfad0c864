"""What is sent: paths, queries and bodies, checked before any I/O. Pure."""
