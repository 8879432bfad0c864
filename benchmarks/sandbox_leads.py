"""Print how long lists and searches of the sandbox take with many leads, and the memory.

`python -m benchmarks.sandbox_leads 1000000`. Each line has the CPU milliseconds of the first call and of the fastest of
the next four: the number of matches of a search is kept until a lead changes.
"""

import resource
import sys
import time
from random import Random

from foxreach_sandbox import Sandbox
from foxreach_sandbox.behaviour.leads import NEW
from foxreach_sandbox.http_messages import BASE, Request

FIRST = ("Jane", "John", "Mia", "Noah", "Ida", "Lea", "Tom", "Ann")
LAST = ("Doe", "Roe", "Berg", "Lind", "Holm", "Smith")
COMPANIES = ("Acme", "Globex", "Initech", "Umbrella")
TIMES = {"createdAt": "2026-11-29T00:00:00", "updatedAt": "2026-11-29T00:00:00"}


def filled(number: int) -> Sandbox:
    """Return a sandbox with *number* leads."""
    sandbox, random = Sandbox(limit=None), Random(1)  # noqa: S311 - no secret
    with sandbox.engine.store.transaction():
        for each in range(number):
            names = {"firstName": random.choice(FIRST), "lastName": random.choice(LAST)}
            company = random.choice(COMPANIES)
            email = f"lead{each}@{company.lower()}.example.com"
            data = {**NEW, **names, **TIMES, "email": email, "company": company}
            sandbox.engine.store.make("leads", "cld", "first", data)
    return sandbox


def milliseconds(sandbox: Sandbox, query: str) -> float:
    """Return the CPU milliseconds of one list."""
    request = Request("GET", f"{BASE}/leads", query, {"x-api-key": sandbox.key})
    before = time.process_time()
    sandbox.engine.handle(request)
    return (time.process_time() - before) * 1000


def main(number: int) -> None:
    """Print all lines."""
    sandbox = filled(number)
    queries = ("", "pageSize=100", f"page={number // 40}", f"status=active&page={number // 20}", "search=lead77777")
    for query in (*queries, "search=lead999", "search=nobody", "email=lead7@acme.example.com", "tags=vip"):
        times = [milliseconds(sandbox, query) for _ in range(5)]
        print(f"{query or 'first page':32} {times[0]:8.2f} {min(times[1:]):8.2f}")
    for query in ("search=jane", "search=example.com", "search=ja"):  # Of most leads, or too short for the index.
        times = [milliseconds(sandbox, query) for _ in range(5)]
        print(f"{query:32} {times[0]:8.2f} {min(times[1:]):8.2f}")
    print(f"memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]))
