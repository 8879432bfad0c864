"""Uses a release as a consumer does: installs it from an index, type-checks the examples and runs them."""
