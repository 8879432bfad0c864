"""Property tests try the same examples each time and watch no clock: `--hypothesis-profile=default` tries others."""

from importlib.util import find_spec

if find_spec("hypothesis") is not None:  # Some sessions have no property tests.
    from hypothesis import settings

    settings.load_profile("ci")
