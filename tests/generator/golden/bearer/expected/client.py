# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The clients: one attribute per resource, in a sync and an async flavour."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from foxreach_runtime.client import AsyncClient, ClientFacts, Resource, SyncClient
from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.fork import lazy_property
from foxreach_runtime.version import __version__

from .errors import BY_STATUS
from .spec import SPEC_VERSION

if TYPE_CHECKING:
    from .resources.pets import AsyncPetsRaw, AsyncPetsResource, PetsRaw, PetsResource

FACTS = ClientFacts(
    base_url="https://pets.example/v1",
    key_header="Authorization",
    key_prefix="Bearer ",
    user_agent=f"foxreach-client/{__version__} (spec {SPEC_VERSION})",
    errors=BY_STATUS,
    package=__name__.partition(".")[0],
)


class FoxReach(SyncClient):
    """A client of the Pet shop.

    The API key is *api_key*, which may be a function that returns it, or FOXREACH_API_KEY, or the content of the
    file that FOXREACH_API_KEY_FILE names. The base URL is *base_url*, FOXREACH_BASE_URL or that of the document.
    Close the client, or use it as a context manager. Each method lists the errors that are particular to it.
    Every call may also raise:

    Raises:
        NoKeyError: 401. The call failed.
        ForbiddenError: 403. The call failed.
        TooManyError: 429. Too many calls were made.
        ServerError: 5XX. The call failed.
        ClientError: Any other 4xx.
        NotSentError: Nothing reached the server. The call can be repeated.
        OutcomeUnknownError: The request was sent and no answer came. The client itself repeats a call that is
            safe to repeat.
        ResponseDecodeError: The answer does not have the form that the document describes.
        RedirectRefusedError: The server answered with a redirect. Redirects are not followed.
        ClientClosedError: The client was closed, and the call was not sent.
        ValueError: An argument has a value that cannot be sent. Nothing was sent.
        TypeError: An argument has a type that cannot be sent. Nothing was sent.
    """

    _facts: ClassVar[ClientFacts] = FACTS

    @lazy_property
    def pets(self) -> PetsResource:
        """Animals."""
        from .resources.pets import PetsResource

        return PetsResource(self._transport)

    @lazy_property
    def with_raw_response(self) -> FoxReachRaw:
        """The same methods, each returning the whole reply: status, headers, rate limit, and `parse()`."""
        return FoxReachRaw(self._transport.raw())


class FoxReachRaw(Resource[Transport]):
    """What `FoxReach.with_raw_response` gives; errors are raised all the same."""

    @lazy_property
    def pets(self) -> PetsRaw:
        """Animals."""
        from .resources.pets import PetsRaw

        return PetsRaw(self._transport)


class AsyncFoxReach(AsyncClient):
    """A client of the Pet shop, for asyncio and trio.

    The API key is *api_key*, which may be a function that returns it, or FOXREACH_API_KEY, or the content of the
    file that FOXREACH_API_KEY_FILE names. The base URL is *base_url*, FOXREACH_BASE_URL or that of the document.
    Close the client, or use it as a context manager. Each method lists the errors that are particular to it.
    Every call may also raise:

    Raises:
        NoKeyError: 401. The call failed.
        ForbiddenError: 403. The call failed.
        TooManyError: 429. Too many calls were made.
        ServerError: 5XX. The call failed.
        ClientError: Any other 4xx.
        NotSentError: Nothing reached the server. The call can be repeated.
        OutcomeUnknownError: The request was sent and no answer came. The client itself repeats a call that is
            safe to repeat.
        ResponseDecodeError: The answer does not have the form that the document describes.
        RedirectRefusedError: The server answered with a redirect. Redirects are not followed.
        ClientClosedError: The client was closed, and the call was not sent.
        ValueError: An argument has a value that cannot be sent. Nothing was sent.
        TypeError: An argument has a type that cannot be sent. Nothing was sent.
    """

    _facts: ClassVar[ClientFacts] = FACTS

    @lazy_property
    def pets(self) -> AsyncPetsResource:
        """Animals."""
        from .resources.pets import AsyncPetsResource

        return AsyncPetsResource(self._transport)

    @lazy_property
    def with_raw_response(self) -> AsyncFoxReachRaw:
        """The same methods, each returning the whole reply: status, headers, rate limit, and `parse()`."""
        return AsyncFoxReachRaw(self._transport.raw())


class AsyncFoxReachRaw(Resource[AsyncTransport]):
    """What `AsyncFoxReach.with_raw_response` gives; errors are raised all the same."""

    @lazy_property
    def pets(self) -> AsyncPetsRaw:
        """Animals."""
        from .resources.pets import AsyncPetsRaw

        return AsyncPetsRaw(self._transport)
