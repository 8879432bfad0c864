"""Words that readers search for and pages do not use. Add a word here when a search for it finds nothing fit."""

from __future__ import annotations

# Words for one page, by its name on the site. They count nearly as much as its title.
PAGES = {
    "architecture": "layers floor plan design internals modules",
    "assistants": "llms.txt ai llm agent assistant code generation rules pitfalls",
    "benchmarks": "performance speed fast comparison httpx",
    "changes": "semver breaking change deprecation compatibility edit spec openapi",
    "cli": "command line terminal shell foxr script cron pipe jq completion",
    "consuming": "install installation setup requirements upgrade uv pip poetry pin version sbom licence license "
    "python version versions 3.11 3.12 3.13 mypy pyright type hints typed stubs autocomplete editor ide",
    "contributing": "add operation endpoint field spec generate develop nox checks tests",
    "decisions/index": "why rationale adr alternatives design decisions",
    "errors": "exception exceptions error handling catch try except status code 400 401 402 403 404 409 422 "
    "429 500 validation unauthorized forbidden",
    "evidence": "known documented certain observed undocumented trust",
    "first-call": "getting started quickstart tutorial hello world beginner example async asyncio sync options "
    "custom headers api key environment variable env var close with context manager",
    "imports": "csv file upload bulk batch upsert create or update thousands rows resume checkpoint import leads",
    "lists": "pagination paginate pages cursor offset iterate all items total export dataframe bulk filter "
    "sort search find memory stream streaming generator sorted order count number how many download",
    "logs": "configure logging logger debug verbose metrics tracing traces spans opentelemetry otel prometheus "
    "datadog sentry structlog monitoring observability redact request id",
    "migration": "migrate migrating vendor sdk move switch replace old client",
    "models": "convert pydantic dataclass json serialize schema enum dict csv null none clear unset empty a field "
    "custom fields pandas polars dataframe parquet excel typed attributes timezone utc date time "
    "datetime",
    "networks": "proxy corporate firewall certificate tls ssl ca verify certificate_verify_failed self-signed "
    "mtls dns http2 connection pool keep-alive socks offline http/2 user agent certificates trust "
    "store zscaler",
    "publishing": "publish internal index devpi artifactory nexus mirror registry upload wheel",
    "quota": "rate limit throttle throttling 429 too many requests quota exceeded redis workers fleet "
    "processes share token bucket concurrency speed slow",
    "reference/events": "unsubscribe bounce opened clicked replied event types payload",
    "reference/exceptions": "exception classes hierarchy attributes",
    "reference/email_accounts": "mailbox connect inbox sender smtp gmail warmup",
    "reference/index": "api methods operations endpoints parameters arguments",
    "reference/templates": "variables placeholders personalize personalise merge tags",
    "releasing": "release version changelog tag pre-release",
    "reliability": "retry retries backoff timeout deadline hang stuck duplicates dedupe idempotency key idempotent "
    "unknown outcome error errors exception exceptions failure 409 conflict 500 502 503 upsert "
    "circuit breaker raw response settle settled retry budget max attempts lost response double "
    "created twice",
    "sandbox": "mock server fake api test account offline without network docker container try demo local "
    "development fault injection chaos simulate failures seed data staging playground",
    "security": "vulnerability report",
    "services": "fastapi flask django starlette web server celery rq worker thread threads fork gunicorn "
    "uvicorn lambda background task queue async asyncio trio event loop shutdown close webhook "
    "kafka consumer dramatiq aws singleton thread-safe unclosed context manager dependency "
    "injection lifespan",
    "testing": "unit test tests mock mocking fake stub fixture pytest unittest respx vcr without network "
    "offline ci cassette record replay",
    "upsert": "409 conflict duplicate already exists create or update merge",
    "webhooks": "signature verify hmac secret receiver signing replay delivery deliveries event endpoint callback "
    "handler test locally",
}

# Words with one meaning: a search for one finds the others too, at a lower score. Words after ">" are found by those
# before it, not the other way round: a search for "credential" finds the API key.
SYNONYMS = (
    "pagination, paginate, paging, pages, cursor",
    "throttle, throttling, rate limit, ratelimit, quota, 429",
    "dedupe, deduplicate, duplicate",
    "upsert, create or update",
    "hang, stuck, freeze, timeout",
    "certificate, tls, ssl, ca",
    "env var, environment variable",
    "token, apikey, credential, bearer, password, authenticate, log in, login > api key",
    "mock, fake, stub",
    "cron, schedule, periodic",
    "bulk, batch, many, import",
    "delete, remove, erase",
    "add, create, new, insert",
    "assign, attach, enroll, enrol > add",
    "get, fetch, read, retrieve, show, look up > list",
    "update, change, edit, modify, rename",
    "mark > update",
    "start, launch, activate, run",
    "pause, stop, halt",
    "resume, continue, restart",
    "search, find, filter > list",
    "statistics, stats, metrics, kpi, open rate > analytics",
    "count, total, number of, how many",
    "mailbox, inbox account, sender, smtp, gmail, sending account > email account, email_accounts",
    "step, follow up, followup > sequence step",
    "contact, prospect, person, recipient > lead",
    "message, thread > conversation",
    "answer, respond > reply",
    "subscribe > webhook",
    "opt out, optout, opted out > unsubscribe",
    "missing, absent, omitted",
    "enum, enumeration",
    "configure, configuration, settings, options, setup",
    "exception, error",
    "opentelemetry, otel, tracing",
    "cli, command line, terminal, foxr",
    "null, none, clear, unset",
    "conflict, 409",
    "unauthorized, 401, authentication, auth > api key",
    "forbidden, 403",
    "not found, 404",
    "async, asyncio, await",
    "thread, threads, concurrency, parallel, concurrent",
    "multiprocessing, fork, processes",
    "serialize, dump, json",
    "types, typing, type hints, annotations, mypy, pyright",
    "install, installation, setup",
)
