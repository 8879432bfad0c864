"""Put what `build` made on an internal index, once, and prove that it is there."""
