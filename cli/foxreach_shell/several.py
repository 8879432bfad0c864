"""The results of one call for each of several ids, as they come. One that fails does not keep the others from it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from . import failures
from .failures import Place
from .usage import DONE, KEY, QUOTA, UNKNOWN


class Results:
    """Calls *call* with each of *targets*, of which the last value is the id; ends early without raising.

    Then *stopped* is the error that the caller raises after the results were printed.
    """

    def __init__(self, call: Callable[[list[Any]], Any], targets: Sequence[list[Any]], *, as_json: bool) -> None:
        self._call, self._targets, self._as_json = call, targets, as_json
        self._statuses: list[int] = []
        self.stopped: BaseException | None = None

    def __iter__(self) -> Iterator[Any]:
        """Yield the result of each call that has one."""
        for number, target in enumerate(self._targets, 1):
            place = Place(target[-1], [each[-1] for each in self._targets[number:]])
            try:
                found, goes_on = self._results(target, place)
            except BaseException as error:  # noqa: BLE001 - raised by the caller
                setattr(error, failures.PLACE, place)
                self.stopped = error
                return
            yield from found
            if not goes_on:
                return
            sys.stdout.flush()  # The next call may take long, or be interrupted.

    def _results(self, target: list[Any], place: Place) -> tuple[list[Any], bool]:
        """Return the result, if there is one, and whether the next id can have one."""
        try:
            return [self._call(target)], True
        except Exception as error:
            if not failures.is_ours(error):
                raise
            final = failures.exit_status(error) in (KEY, QUOTA)  # Neither is better for the next one.
            place = place if final else Place(place.target)
            self._statuses.append(failures.report(error, as_json=self._as_json, place=place))
            return [], not final

    @property
    def status(self) -> int:
        """The exit status: that of the first failure, but a doubt goes before."""
        return UNKNOWN if UNKNOWN in self._statuses else next(iter(self._statuses), DONE)
