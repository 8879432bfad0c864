"""A call whose replies are compared with the spec: not at all, for 1 % of the calls, and for each."""

from collections.abc import Generator, Mapping
from contextlib import ExitStack, contextmanager
from functools import partial

from foxreach_client import FoxReach

from benchmarks.clock import Measure, in_process
from benchmarks.leads import KEY, LEAD_ID
from benchmarks.row import OURS, Comparison, Place, Row

SHARES = {"1 % of replies compared": 0.01, "every reply compared": 1.0}


@contextmanager
def _gets(place: Place) -> Generator[Mapping[str, Measure]]:
    with ExitStack() as stack:
        plain = stack.enter_context(FoxReach(api_key=KEY, base_url=place.base_url))
        clients = {
            name: stack.enter_context(
                FoxReach(api_key=KEY, base_url=place.base_url, on_difference=lambda _: None, sample=share)
            )
            for name, share in SHARES.items()
        }
        clients["every reply compared"].leads.get(LEAD_ID)  # Reading the spec is not measured.
        clients["1 % of replies compared"].with_options(sample=1.0).leads.get(LEAD_ID)
        yield {
            name: in_process(partial(client.leads.get, LEAD_ID), place.enough)
            for name, client in {**clients, OURS: plain}.items()
        }


DIFFERENCES = Row(
    "differences",
    "`leads.get` without a comparison with the spec",
    _gets,
    tuple(Comparison(name, "share") for name in SHARES),
)
