"""Several objects of one factory: told apart where the API tells them apart."""

from __future__ import annotations

from foxreach_client.testing import factories, several


def test_ids_and_addresses_differ_and_are_the_same_each_time() -> None:
    leads = several(factories.lead, 3, company="Acme")
    assert [lead.id for lead in leads] == ["cld_1", "cld_2", "cld_3"]
    assert [lead.email for lead in leads] == ["jane1@example.com", "jane2@example.com", "jane3@example.com"]
    assert {lead.company for lead in leads} == {"Acme"}
    assert several(factories.lead, 3, company="Acme") == leads


def test_what_is_passed_is_the_same_in_all() -> None:
    assert {lead.email for lead in several(factories.lead, 2, email="john@example.com")} == {"john@example.com"}


def test_what_has_neither_is_the_same_in_all() -> None:
    assert several(factories.page_meta, 2) == [factories.page_meta()] * 2
    assert several(factories.lead, 0) == []
