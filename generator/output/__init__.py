"""From the API to files: render, tidy, manifest, write."""
