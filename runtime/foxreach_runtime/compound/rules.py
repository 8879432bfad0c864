"""What the spec says about operations made of several calls. Values only: no I/O, no decision."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


class UpsertRule(Struct, frozen=True, kw_only=True):
    """How to find and update an object whose creation is refused because its natural key is taken.

    *find* lists objects by the key: *arguments* maps its arguments to those of the creation. *update* takes the id,
    the field *identifier* of an object, and those of *fields* that were given. *created_at* is the field with the time
    of creation. *package* has a module for each resource, with the functions that make the calls: ``leads.leads_list``
    for "leads.list".
    """

    find: str
    arguments: Mapping[str, str]
    update: str
    identifier: str
    fields: tuple[str, ...]
    created_at: str
    package: str


class BulkRule(Struct, frozen=True, kw_only=True):
    """Where an operation that imports rows has them, and where its report counts and names them.

    *rows* is the field of the body with the list, *row* the class of its items, *limit* its greatest length, and *key*
    the field by which the server tells rows apart. The other names are those of the report: four counts, the list with
    the keys of duplicates, and the list of refused rows with the key and the reason of each.
    """

    operation: str
    rows: str
    row: type[Struct]
    limit: int
    key: str
    created: str
    restored: str
    duplicates: str
    refused: str
    duplicate_keys: str
    refusals: str
    refusal_key: str
    refusal_reason: str
