"""What speaks against a release before anything is sent: asked of the comparison of the specs."""


def refusals() -> list[str]:
    """Return why this checkout must not be published as it stands; none if it may."""
    return []
