"""A first program with the client: it creates, changes and deletes leads. It runs only in a workspace without leads.

FOXREACH_API_KEY is the key. FOXREACH_BASE_URL is the address of another server than the real one. Start that server as
`foxreach-sandbox`, without `--seed`: the rows of `--seed demo` are leads, and the program refuses to delete them. Exit
status 0 means that every step succeeded.
"""

import asyncio
import sys

from foxreach_client import (
    AsyncFoxReach,
    BadRequestError,
    ConflictError,
    FoxReach,
    FoxReachError,
    NotFoundError,
    RetryPolicy,
    UnprocessableError,
)

EMAIL = "jane@example.com"


def tell(story: str, *, holds: bool) -> None:
    """Print *story* if it *holds*, or exit with an error."""
    if not holds:
        sys.exit(f"Not as it should be: {story}")
    print(story)


def one_lead(client: FoxReach) -> str:
    """Create a lead, change it, find it again after a conflict, and return its id."""
    jane = client.leads.create(email=EMAIL, first_name="Jane", company="Acme", custom_fields={"Team Size": 12})
    tell(f"Created {jane.first_name}, {jane.status}, at {jane.company}", holds=jane.custom_fields == {"Team Size": 12})

    jane = client.leads.update(jane.id, company=None)  # None clears a field; omitted fields keep their values
    tell("Cleared the company and nothing else", holds=jane.company is None and jane.first_name == "Jane")

    try:
        client.leads.create(email=EMAIL)
    except ConflictError as error:
        tell(f"The double met {error.status} in {error.operation}", holds=error.status == 409 and error.documented)
        [found] = client.leads.list(email=EMAIL)
        jane = client.leads.update(found.id, title="Head of Sales")
    tell(f"Found her instead: {jane.title}", holds=jane.title == "Head of Sales")
    return jane.id


def many_leads(client: FoxReach) -> None:
    """Import leads, then read them one by one and page by page."""
    result = client.leads.import_leads(leads=[{"email": f"lead{number}@example.com"} for number in range(45)])
    tell(f"Imported {result.created} leads", holds=result.created == 45)

    names = {lead.id for lead in client.leads.list(status="active", page_size=20)}
    tell(f"Met {len(names)} leads on the way through every page", holds=len(names) == 46)

    page = client.leads.list(page_size=20).first_page()
    tell(
        f"Page 1 of {page.total_pages} has {len(page.items)} of {page.total}",
        holds=(page.total, len(page.items)) == (46, 20),
    )
    after = page.next_page()
    tell("The next page has as many", holds=after is not None and len(after.items) == 20)
    sizes = [len(page.items) for page in client.leads.list(page_size=20).pages()]
    tell(f"The pages hold {sizes}", holds=sizes == [20, 20, 6])


def refusals(client: FoxReach) -> None:
    """Show what FoxReach refuses: each error status has a class of its own."""
    try:
        client.leads.create(email="no address")
    except UnprocessableError as error:
        tell(f"Refused: {[fault.field for fault in error.errors]}", holds=len(error.errors) == 1)

    campaign = client.campaigns.create(name="Spring", daily_limit=30)
    tell(f"Drafted a campaign in {campaign.timezone}", holds=campaign.status == "draft" and campaign.daily_limit == 30)
    try:
        client.campaigns.start(campaign.id)
    except BadRequestError as error:
        tell(f"It can't start yet: {error.detail}", holds=error.attempts == 1)
    deletion = client.campaigns.delete(campaign.id)
    tell("Deleted it", holds=deletion.deleted and deletion.id == campaign.id)


def options(client: FoxReach, lead_id: str) -> None:
    """Read status and headers of a reply, and call with other options on the same connections."""
    reply = client.with_raw_response.leads.get(lead_id)
    quota = reply.rate_limit
    tell(f"Status {reply.status}, {quota.limit} requests a minute", holds=reply.parse().id == lead_id)

    patient = client.with_options(timeout=5.0, retry=RetryPolicy(max_attempts=6))
    tell("Asked again, patiently", holds=patient.leads.get(lead_id).id == lead_id)


async def at_once() -> None:
    """Delete all leads with the async client: the same methods, many calls at a time."""
    async with AsyncFoxReach() as client:
        leads = [lead async for lead in client.leads.list(page_size=50)]
        deletions = await asyncio.gather(*(client.leads.delete(lead.id) for lead in leads))
        tell(f"Deleted {len(deletions)} leads at once", holds=all(deletion.deleted for deletion in deletions))
        try:
            await client.leads.get(leads[0].id)
        except NotFoundError as error:
            tell(f"They are gone: {error.detail}", holds=error.status == 404)


def main() -> None:
    """Run all steps; an error is printed as one sentence."""
    try:
        with FoxReach() as client:
            if client.leads.list().first_page().total:
                sys.exit("This workspace has leads, and all of them would be deleted: use an empty one.")
            lead_id = one_lead(client)
            many_leads(client)
            refusals(client)
            options(client, lead_id)
        asyncio.run(at_once())
    except FoxReachError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
