"""What a client tells about its calls: log, observer, spans."""
