"""A fork while another thread uses something for the first time: the child must not find a module locked for ever."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

# One thread stands still in the middle of an import; another one forks, and the child uses the same thing.
PROGRAM = """
import os, signal, sys, threading

import foxreach_client
{before}

importing, fork_begins, proceed = threading.Event(), threading.Event(), threading.Event()

class Slow:
    def find_spec(self, name, path=None, target=None):
        if name in {module!r}.split() and not importing.is_set():
            importing.set()
            proceed.wait()

sys.meta_path.insert(0, Slow())
use = lambda: {use}
first = threading.Thread(target=use)
first.start()
assert importing.wait(10)
os.register_at_fork(before=fork_begins.set)  # The hooks that come last are called first.
threading.Thread(target=lambda: (fork_begins.wait(10), proceed.set())).start()
child = os.fork()
if child == 0:
    signal.alarm(10)  # ends a child that hangs
    use()
    os._exit(7)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""
CLIENT = 'client = foxreach_client.FoxReach(api_key="otr_k", base_url="http://127.0.0.1:9")'
CALLS = """
from contextlib import contextmanager
from foxreach_client import AsyncFoxReach, FoxReach, FoxReachError, RetryPolicy

@contextmanager
def told():
    try:
        yield
    except FoxReachError as error:
        {told}

client = {client}(api_key="otr_k", base_url="http://127.0.0.1:9", retry=RetryPolicy(max_attempts=1))

def call():
    with told():
        client.leads.get("cld_1")

async def main():
    with told():
        await client.leads.get("cld_1")
"""
SYNC, ASYNC = (CALLS.format(client=name, told="pass") for name in ("FoxReach", "AsyncFoxReach"))
# It stands still while it makes what TLS needs, with a lock held: OpenSSL has such locks, which no child can get.
OPENING = """
from foxreach_runtime.http import connections
lock, real = threading.Lock(), connections.ssl_context

def slow(trust):
    with lock:
        if not importing.is_set():
            importing.set()
            proceed.wait()
        return real(trust)

connections.ssl_context = slow
"""
# The first has functions of its own called before and after a fork, so it has to be there before a fork can wait.
FORKS_TOO = "concurrent.futures.thread anyio._backends._asyncio anyio._backends._trio"
RUN = {"asyncio": "__import__('asyncio').run(main())", "trio": "__import__('trio').run(main)"}
CASES = {
    "what the first call imports, asyncio": (ASYNC, FORKS_TOO, RUN["asyncio"]),
    "what the first call imports, trio": (ASYNC, FORKS_TOO, RUN["trio"]),
    "the first call": (SYNC + OPENING, "", "call()"),
    "the first call, asyncio": (ASYNC + OPENING, "", RUN["asyncio"]),
    "the first call, trio": (ASYNC + OPENING, "", RUN["trio"]),
    "a resource": (CLIENT, "foxreach_client.resources.leads", "client.leads"),
    "a resource of a new client": (
        CLIENT,
        "foxreach_client.resources.leads",
        'foxreach_client.FoxReach(api_key="otr_k", base_url="http://127.0.0.1:9").leads',
    ),
    "a raw resource": (CLIENT, "foxreach_client.resources.inbox", "client.with_raw_response.inbox"),
    "the client": ("", "foxreach_client.client", "foxreach_client.FoxReach"),
    "another public name": ("", "foxreach_runtime.webhooks.delivery", "foxreach_client.SIGNATURE_HEADER"),
}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
@pytest.mark.parametrize(("before", "module", "use"), CASES.values(), ids=CASES)
def test_a_fork_in_the_middle_of_a_first_use_leaves_a_child_that_works(before: str, module: str, use: str) -> None:
    program = PROGRAM.format(before=before, module=module, use=use)
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.stdout, done.stderr) == ("7\n", "")


FIRST_CALL = """
import sys, anyio
import foxreach_client
from foxreach_runtime.http.connections import {kind}
from foxreach_client import {client}, FoxReachError, RetryPolicy

def call(client):
    try:
        return client.leads.get("cld_1")
    except FoxReachError:
        pass

def options():
    return dict(api_key="otr_k", base_url="http://localhost:9", retry=RetryPolicy(max_attempts=1))

async def main():
    client = AsyncFoxReach(**options())
    client.leads
    {kind}().client("x")
    before = set(sys.modules)
    try:
        await client.leads.get("cld_1")
    except FoxReachError:
        pass
    print(sorted(set(sys.modules) - before))
    await client.close()

if {client!r} == "FoxReach":
    client = FoxReach(**options())
    client.leads
    {kind}().client("x")
    before = set(sys.modules)
    call(client)
    print(sorted(set(sys.modules) - before))
else:
    {run}
"""


@pytest.mark.parametrize("flavour", ["sync", "asyncio", "trio"])
def test_the_first_call_itself_imports_nothing(flavour: str) -> None:
    """What a library imports late, we cannot hold forks back for: it is imported before, when the client opens."""
    asynchronous = "" if flavour == "sync" else "Async"
    run = {"asyncio": "import asyncio; asyncio.run(main())", "trio": "import trio; trio.run(main)"}.get(flavour, "pass")
    program = FIRST_CALL.format(kind=f"{asynchronous}Connections", client=f"{asynchronous}FoxReach", run=run)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout, done.stderr) == ("[]\n", "")


AT_EXIT = """
import atexit
import foxreach_client
{before}
atexit.register(lambda: {use})
"""


@pytest.mark.parametrize("flavour", ["sync", "asyncio", "trio"])
def test_a_first_call_while_the_interpreter_ends_fails_as_any_other(flavour: str) -> None:
    """No thread begins any more, and the name of a host is resolved in one."""
    name = "FoxReach" if flavour == "sync" else "AsyncFoxReach"
    calls = CALLS.format(client=name, told="print(type(error).__name__)").replace("127.0.0.1", "localhost")
    program = AT_EXIT.format(before=calls, use=RUN.get(flavour, "call()"))
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout == "NotSentError\n"  # asyncio.run of Python 3.12 itself fails afterwards.
