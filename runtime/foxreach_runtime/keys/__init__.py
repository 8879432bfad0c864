"""Gets the API key: text, or from a file or a function, which is asked again after the server refused the key."""
