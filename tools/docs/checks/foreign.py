"""The names in pages that are not ours and look as if they were: of other programs, of examples, of the vendor's SDK.

A test fails for an entry that its page does not have any more.
"""

from __future__ import annotations

VENDOR = """
    DailyStat LeadListParams OverviewStats PaginationMeta RateLimitError SequenceCreate SequenceUpdate ThreadListParams
    ValidationError max_retries response_body status_code template_type
"""
NAMES: dict[str, frozenset[str]] = {
    page: frozenset(names.split())
    for page, names in {
        "CONTRIBUTING.md": "NOX_DEFAULT_VENV_BACKEND UV_SYSTEM_CERTS",
        "docs/assistants.md": "LeadListParams RateLimitError ValidationError max_retries response_body status_code",
        "docs/changes.md": "UnsetType",
        "docs/consuming.md": "assert_never warn_unreachable",
        "docs/lists.md": "leads.first leads.first_page leads.one leads.pages leads.to_list",  # a variable `leads`
        "docs/migration.md": f"{VENDOR} Sequence Webhook.secret active_id leads.create(data=) paused_id team_size",
        "docs/models.md": "do_not_contact jsonable_encoder time_zone",
        "docs/publishing.md": "ca_cert client_max_body_size pypirc volatile",
        "docs/releasing.md": "volatile",
        "docs/rules.md": "Any Error",
        "docs/sandbox.md": "otr_other sandbox_leads",
        # A fixture has the name of the package `foxreach_sandbox`.
        "docs/testing.md": "autouse foxreach_sandbox.clock.advance foxreach_sandbox.requests httpx2_mock respx_mock",
    }.items()
}
