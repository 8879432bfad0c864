# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""When a shop is open."""

from __future__ import annotations

from foxreach_runtime.client import Resource
from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.raw import async_raw, raw

from .. import models
from ..operations import pet_shops_opening_hours as operations


class PetShopsOpeningHoursResource(Resource[Transport]):
    """When a shop is open."""

    def get(self, shop_id: str) -> models.Thing:
        """List the hours.

        Args:
            shop_id: Id of the shop.

        Returns:
            A thing.

        Raises:
            MissingError: 404. The call failed.
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pet_shops_opening_hours_get(shop_id))


class PetShopsOpeningHoursRaw(Resource[Transport]):
    """`PetShopsOpeningHoursResource`, each method returning the whole reply."""

    def __init__(self, transport: Transport) -> None:
        super().__init__(transport)
        resource = PetShopsOpeningHoursResource(transport)
        self.get = raw(resource.get)


class AsyncPetShopsOpeningHoursResource(Resource[AsyncTransport]):
    """When a shop is open."""

    async def get(self, shop_id: str) -> models.Thing:
        """List the hours.

        Args:
            shop_id: Id of the shop.

        Returns:
            A thing.

        Raises:
            MissingError: 404. The call failed.
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pet_shops_opening_hours_get(shop_id))


class AsyncPetShopsOpeningHoursRaw(Resource[AsyncTransport]):
    """`AsyncPetShopsOpeningHoursResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        super().__init__(transport)
        resource = AsyncPetShopsOpeningHoursResource(transport)
        self.get = async_raw(resource.get)
