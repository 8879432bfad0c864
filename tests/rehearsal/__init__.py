"""What a reader copies from the pages, run on the sandbox."""
