# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Animals."""

from __future__ import annotations

from foxreach_runtime.client import Resource
from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.operation import deprecated
from foxreach_runtime.raw import async_raw, raw

from .. import models
from ..operations import pets as operations


class PetsResource(Resource[Transport]):
    """Animals."""

    @deprecated("pets.oldest() is deprecated by the API; it may go away.")
    def oldest(self) -> models.Pet:
        """Get the oldest pet.

        Deprecated by the API; it may go away. Undocumented; known only from the vendor's own clients.

        Returns:
            An animal.

        Raises:
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pets_oldest())

    def youngest(self) -> models.Pet:
        """Get the youngest pet.

        Documented; the page was read only in part.

        Returns:
            An animal.

        Raises:
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pets_youngest())


class PetsRaw(Resource[Transport]):
    """`PetsResource`, each method returning the whole reply."""

    def __init__(self, transport: Transport) -> None:
        super().__init__(transport)
        resource = PetsResource(transport)
        self.oldest = raw(resource.oldest)  # pyright: ignore[reportDeprecated]
        self.youngest = raw(resource.youngest)


class AsyncPetsResource(Resource[AsyncTransport]):
    """Animals."""

    @deprecated("pets.oldest() is deprecated by the API; it may go away.")
    async def oldest(self) -> models.Pet:
        """Get the oldest pet.

        Deprecated by the API; it may go away. Undocumented; known only from the vendor's own clients.

        Returns:
            An animal.

        Raises:
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pets_oldest())

    async def youngest(self) -> models.Pet:
        """Get the youngest pet.

        Documented; the page was read only in part.

        Returns:
            An animal.

        Raises:
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pets_youngest())


class AsyncPetsRaw(Resource[AsyncTransport]):
    """`AsyncPetsResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        super().__init__(transport)
        resource = AsyncPetsResource(transport)
        self.oldest = async_raw(resource.oldest)  # pyright: ignore[reportDeprecated]
        self.youngest = async_raw(resource.youngest)
