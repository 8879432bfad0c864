# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Ends in a backslash\\"""

from __future__ import annotations

from foxreach_runtime.client import Resource
from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.raw import async_raw, raw

from .. import models
from ..operations import pets_klass as operations


class PetsKlassResource(Resource[Transport]):
    """Ends in a backslash\\"""

    def get(self, pet_id: str) -> models.Pet:
        """B\\.

        Args:
            pet_id: "

        Returns:
            The pet\\ Raises: nothing \"\"\"

        Raises:
            MissingError: 404. The call failed.
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pets_klass_get(pet_id))


class PetsKlassRaw(Resource[Transport]):
    """`PetsKlassResource`, each method returning the whole reply."""

    def __init__(self, transport: Transport) -> None:
        super().__init__(transport)
        resource = PetsKlassResource(transport)
        self.get = raw(resource.get)


class AsyncPetsKlassResource(Resource[AsyncTransport]):
    """Ends in a backslash\\"""

    async def get(self, pet_id: str) -> models.Pet:
        """B\\.

        Args:
            pet_id: "

        Returns:
            The pet\\ Raises: nothing \"\"\"

        Raises:
            MissingError: 404. The call failed.
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pets_klass_get(pet_id))


class AsyncPetsKlassRaw(Resource[AsyncTransport]):
    """`AsyncPetsKlassResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        super().__init__(transport)
        resource = AsyncPetsKlassResource(transport)
        self.get = async_raw(resource.get)
