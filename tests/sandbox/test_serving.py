"""The listening socket of the sandbox."""

import socket

from foxreach_sandbox.serving import address_of, listener


def test_a_head_and_a_body_do_not_wait_for_each_other() -> None:
    with listener("127.0.0.1", 0, anywhere=False) as ear:
        assert ear.proto == socket.IPPROTO_TCP  # asyncio sets TCP_NODELAY only where this is said
        assert address_of(ear).url == f"{address_of(ear).home}/api/v1"
