"""Every fault, section by section, for a call that reads, one that is idempotent and one that acts."""

from __future__ import annotations

import foxreach_client as fox
from foxreach_client import RetryPolicy

from tests.faults import routes
from tests.faults.answers import LEAD, LEAD_ANSWER, REPORT, answer, closing, replying, reset_at_once, warm_then
from tests.faults.calls import Setting
from tests.faults.fault import Fault
from tests.faults.not_sent import NOT_SENT
from tests.faults.refused import REFUSED
from tests.faults.unreadable import NOT_AS_IN_THE_SPEC, NOT_WHOLE
from tests.faults.without_status import WITHOUT_STATUS

PASSING = (
    Fault(
        name="one 503, then the answer",
        scripts=(replying(answer(503), LEAD_ANSWER),),
        raises=(None, None, fox.ServerError),
        attempts=(2, 2, 1),
        stage="answered",
        status=503,
    ),
    Fault(
        name="one 429, then the answer",
        scripts=(replying(answer(429, b"", "Retry-After: 0"), LEAD_ANSWER),),
        raises=(None, None, None),
        attempts=(2, 2, 2),
        stage="answered",
        status=429,
        waits=(0.0,),
    ),
    Fault(
        name="connection closed while it is used again",
        scripts=(warm_then(closing()), replying(LEAD_ANSWER)),
        setting=Setting(warm="kept"),
        raises=(None, None, fox.OutcomeUnknownError),
        attempts=(2, 2, 1),
        stage="unknown",
    ),
    Fault(
        name="connection reset while it is used again",
        scripts=(warm_then(reset_at_once), replying(LEAD_ANSWER)),
        setting=Setting(warm="kept"),
        raises=(None, None, fox.OutcomeUnknownError),
        attempts=(2, 2, 1),
        received=(1, 1, 0),
        stage="unknown",
    ),
    Fault(
        name="idle connection that the server closed earlier",
        scripts=(warm_then(lambda connection: None), replying(LEAD_ANSWER)),
        setting=Setting(warm="closed"),
        raises=(None, None, None),
        attempts=(1, 1, 1),
        stage="answered",
    ),
    Fault(
        name="a second answer behind an earlier one",
        scripts=(replying(LEAD_ANSWER + answer(500)), replying(LEAD_ANSWER)),
        setting=Setting(warm="kept"),
        raises=(None, None, None),
        attempts=(1, 1, 1),
        stage="answered",
    ),
    Fault(
        name="an earlier answer longer than announced",
        scripts=(replying(answer(200, LEAD + b"}", length=len(LEAD))), replying(LEAD_ANSWER)),
        setting=Setting(warm="kept"),
        raises=(None, None, None),
        attempts=(1, 1, 1),
        stage="answered",
    ),
    Fault(
        name="an earlier 204 with a body",
        scripts=(replying(answer(204, b'{"data": null}', length=14)), replying(LEAD_ANSWER)),
        setting=Setting(warm="kept", warmed_by="another"),
        raises=(None, None, None),
        attempts=(1, 1, 1),
        stage="answered",
    ),
    Fault(
        name="no answer to a delete, then 404",
        scripts=(closing(), replying(answer(404))),
        calls=("delete",),
        raises=(None,),
        attempts=(2,),
        stage="unknown",
    ),
    Fault(
        name="no answer to an import, then its report",
        scripts=(closing(), replying(answer(200, REPORT))),
        calls=("import",),
        raises=(None,),
        attempts=(2,),
        stage="unknown",
    ),
    Fault(
        name="no answer to an update, then 409",
        scripts=(closing(), replying(answer(409))),
        calls=("update",),
        raises=(fox.ConflictError,),
        attempts=(2,),
        stage="unknown",
        words="An earlier attempt",
    ),
    Fault(
        name="no answer to an update, then 403",
        scripts=(closing(), replying(answer(403))),
        calls=("update",),
        raises=(fox.PermissionDeniedError,),
        attempts=(2,),
        stage="unknown",
        words="An earlier attempt",
    ),
    Fault(
        name="no answer, then no connection",
        scripts=(routes.secured(closing()), reset_at_once),
        route=routes.tls,
        setting=Setting(retry=RetryPolicy(max_attempts=2)),
        calls=("read", "update"),
        raises=(fox.OutcomeUnknownError,) * 2,
        attempts=(2, 2),
        received=(1, 1),
        stage="unknown",
        words="An earlier attempt",
    ),
)

SECTIONS: dict[str, tuple[Fault, ...]] = {
    "Nothing was sent": NOT_SENT,
    "Sent, but no status received": WITHOUT_STATUS,
    "Status received, but not the whole body": NOT_WHOLE,
    "Complete answer that differs from the spec": NOT_AS_IN_THE_SPEC,
    "Error answers": REFUSED,
    "Temporary faults": PASSING,
}
FAULTS = tuple(fault for section in SECTIONS.values() for fault in section)
ON_TRIO = tuple(section[index] for section in SECTIONS.values() for index in (0, 3, -2))
