# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Where replies differ from the document that this client was made from.

`python -m foxreach_client.differences LOG...` sums up the log lines of clients with `report_differences="log"`.
"""

from __future__ import annotations

from collections.abc import Mapping

from foxreach_runtime.differences.classify import Difference, differences
from foxreach_runtime.differences.document import packaged
from foxreach_runtime.differences.summary import main
from foxreach_runtime.differences.watch import OnDifference

__all__ = ["Difference", "OnDifference", "differences_of"]


def differences_of(operation: str, status: int, headers: Mapping[str, str] | None, body: object) -> list[Difference]:
    """Return where a reply of *operation*, such as `leads.get`, differs from the document.

    *body* is JSON as bytes, or a decoded value. *headers* are looked at unless they are None.
    """
    return differences(packaged(__name__.partition(".")[0]), operation, status, headers, body)


if __name__ == "__main__":
    raise SystemExit(main())
