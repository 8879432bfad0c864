# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Animals."""

from __future__ import annotations

from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.raw import async_raw, raw

from .. import operations


class PetsResource:
    """Animals."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def count(self) -> int:
        """How many pets there are.

        Returns:
            The number.

        Raises:
            AuthenticationError: 401. The call failed.
            PermissionDeniedError: 403. The call failed.
            ServerError: 5XX. The call failed.
            RateLimitedError: 429. Too many calls were made.
        """
        return self._transport.run(operations.pets_count())


class PetsRaw:
    """`PetsResource`, each method returning the whole reply."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        resource = PetsResource(transport)
        self.count = raw(resource.count)


class AsyncPetsResource:
    """Animals."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def count(self) -> int:
        """How many pets there are.

        Returns:
            The number.

        Raises:
            AuthenticationError: 401. The call failed.
            PermissionDeniedError: 403. The call failed.
            ServerError: 5XX. The call failed.
            RateLimitedError: 429. Too many calls were made.
        """
        return await self._transport.run(operations.pets_count())


class AsyncPetsRaw:
    """`AsyncPetsResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport
        resource = AsyncPetsResource(transport)
        self.count = async_raw(resource.count)
