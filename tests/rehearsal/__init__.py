"""Code of the pages, run on the sandbox."""
