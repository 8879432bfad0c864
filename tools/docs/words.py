"""Words that readers search for and pages do not use. Add a word here when a search for it finds nothing fit."""

from __future__ import annotations

# Words for one page, by its name on the site. They count nearly as much as its title.
PAGES = {
    "architecture": "layers floor plan design internals modules",
    "assistants": "ai llm agent assistant code generation rules pitfalls",
    "benchmarks": "performance speed fast comparison httpx",
    "changes": "semver breaking change deprecation compatibility edit spec openapi",
    "cli": "command line terminal shell foxr script cron pipe jq completion",
    "consuming": "install installation setup requirements upgrade uv pip poetry pin version api key environment "
    "variable env var sbom licence license",
    "contributing": "add operation endpoint field spec generate develop nox checks tests",
    "decisions/index": "why rationale adr alternatives design decisions",
    "errors": "exception exceptions error handling catch try except status code 400 401 402 403 404 409 422 "
    "429 500 validation unauthorized forbidden",
    "evidence": "known documented certain observed undocumented trust",
    "first-call": "getting started quickstart tutorial hello world beginner example async asyncio sync options "
    "custom headers autocomplete type hints editor ide mypy pyright close with context manager",
    "imports": "csv file upload bulk batch upsert create or update thousands rows resume checkpoint import leads",
    "lists": "pagination paginate pages cursor offset iterate all items total export dataframe bulk filter "
    "sort search find memory stream streaming generator sorted order",
    "logs": "logging logger debug verbose metrics tracing traces spans opentelemetry otel prometheus "
    "datadog sentry structlog monitoring observability redact request id",
    "migration": "migrate migrating vendor sdk move switch replace old client",
    "models": "pydantic dataclass json serialize schema enum dict csv null none clear unset empty a field "
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
    "reference/index": "api methods operations endpoints parameters arguments",
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
    "webhooks": "signature verify hmac secret receiver signing replay delivery deliveries event endpoint callback",
}

# Groups of words with one meaning: a search for one finds the others too, at a lower score.
SYNONYMS = (
    "pagination, paginate, paging, pages, cursor",
    "throttle, throttling, rate limit, ratelimit, quota, 429",
    "dedupe, deduplicate, duplicate",
    "upsert, create or update",
    "hang, stuck, freeze, timeout",
    "certificate, tls, ssl, ca",
    "env var, environment variable",
    "token, api key, apikey, credential, secret, bearer",
    "mock, fake, stub",
    "cron, schedule, periodic",
    "bulk, batch, many, import",
    "delete, remove",
    "exception, error",
    "opentelemetry, otel, tracing",
    "cli, command line, terminal, foxr",
    "null, none, clear, unset",
    "conflict, 409",
    "unauthorized, 401, authentication, auth, api key",
    "forbidden, 403",
    "not found, 404",
    "async, asyncio, await",
    "thread, threads, concurrency",
    "multiprocessing, fork, processes",
    "email, e-mail",
    "serialize, dump, json",
)
