"""What the type checkers must refuse: an ignore that is not needed is itself a fault, so every line fails in both."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from foxreach_client import AsyncFoxReach, FoxReach


def wrong_arguments(client: FoxReach) -> None:
    client.leads.get(5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.leads.create()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    client.leads.create(email=None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.leads.create("a@example.com")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    client.leads.create(email="a@example.com", firstName="A")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    client.leads.list(page_size="5")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.leads.import_leads(leads=[{"mail": "a"}])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]


def wrong_results(client: FoxReach) -> None:
    client.leads.get("cld_1").frist_name  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    client.leads.get("cld_1").email = ""  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
    client.lead  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    len(client.leads.list())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


async def wrong_flavour(client: FoxReach, other: AsyncFoxReach) -> None:
    await client.leads.get("cld_1")  # type: ignore[misc]  # pyright: ignore[reportGeneralTypeIssues]
    other.leads.get("cld_1").email  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    for _ in other.leads.list():  # type: ignore[attr-defined]  # pyright: ignore[reportGeneralTypeIssues]
        pass
