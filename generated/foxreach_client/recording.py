# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Record real exchanges without a person's data, and test with them.

`FoxReach(http_client=httpx2.Client(transport=recorder(httpx2.HTTPTransport())))` records what it does; the fixture
`foxreach_replay` of the kit answers from the file.
"""

from __future__ import annotations

import httpx2
from foxreach_runtime.differences.classify import Difference
from foxreach_runtime.differences.document import packaged
from foxreach_runtime.recording.recording import Exchange, Recording, UnsafeRecordingError
from foxreach_runtime.recording.transports import NotRecordedError, Recorder, Replay

__all__ = [
    "Exchange",
    "NotRecordedError",
    "Recorder",
    "Recording",
    "Replay",
    "UnsafeRecordingError",
    "differences_in",
    "recorder",
]


def recorder(inner: httpx2.BaseTransport | httpx2.AsyncBaseTransport) -> Recorder:
    """Return a transport that sends through *inner* and records; it works for the flavour that *inner* has."""
    return Recorder(inner, packaged(__name__.partition(".")[0]))


def differences_in(recording: Recording) -> list[Difference]:
    """Return where the replies of *recording* differ from the document."""
    return recording.differences(packaged(__name__.partition(".")[0]))
