"""Sets up the checkout of a maintainer: nox, environments, the lock of their packages, mutation tests."""
