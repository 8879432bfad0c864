"""Exit statuses, and the error of a command line that cannot be carried out. Imports nothing."""

DONE = 0
REFUSED = 1
USAGE = 2
KEY = 3
NOT_FOUND = 4
CONFLICT = 5
UNKNOWN = 6
QUOTA = 7
INTERRUPTED = 130

EXIT_STATUSES = """\
exit status:
  0 done   1 the API refused, or rows were rejected   2 wrong usage   3 no valid key
  4 not found   5 conflict   6 unknown whether it happened   7 quota used up   130 interrupted
"""


class UsageError(Exception):
    """The command line cannot be carried out, and nothing was sent; the message says what to write."""


class StoppedError(Exception):
    """The command ends with *status*; everything was said already."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status
