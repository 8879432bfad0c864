"""What the document means: the API as values, with the names and the text that Python source can hold."""
