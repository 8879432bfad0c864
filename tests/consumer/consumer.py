"""A consumer's program: type-checked in strict mode against the installed package, then run."""

import asyncio

from foxreach_client import AsyncFoxReach, FoxReach, NotFoundError
from foxreach_client.models import Lead


def name_of(lead: Lead) -> str:
    """Return how a person would call *lead*."""
    return " ".join(part for part in (lead.first_name, lead.last_name) if isinstance(part, str)) or lead.email


async def count() -> int:
    """Return how many leads there are."""
    async with AsyncFoxReach() as client:
        return len([lead async for lead in client.leads.list()])


def main() -> None:
    """Print one line that the tests know."""
    with FoxReach() as client:
        jane = client.leads.create(email="jane@example.com", first_name="Jane", last_name="Doe")
        names = [name_of(lead) for lead in client.leads.list(status="active")]
        leads = asyncio.run(count())
        client.leads.delete(jane.id)
        try:
            client.leads.get(jane.id)
        except NotFoundError as error:
            print(names, leads, error.status, error.operation)


if __name__ == "__main__":
    main()
