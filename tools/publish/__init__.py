"""Publishes a release to an internal index once and verifies what arrived."""
