"""Turns a checkout into a release: version and changelog, wheel, sdist and SBOM, and the reasons not to publish."""
