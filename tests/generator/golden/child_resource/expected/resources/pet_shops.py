# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Shops."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from foxreach_runtime.client import Resource
from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.raw import async_raw, raw

from .. import models
from ..operations import pet_shops as operations

if TYPE_CHECKING:
    from .pet_shops_opening_hours import (
        AsyncPetShopsOpeningHoursRaw,
        AsyncPetShopsOpeningHoursResource,
        PetShopsOpeningHoursRaw,
        PetShopsOpeningHoursResource,
    )
    from .pet_shops_staff import (
        AsyncPetShopsStaffRaw,
        AsyncPetShopsStaffResource,
        PetShopsStaffRaw,
        PetShopsStaffResource,
    )


class PetShopsResource(Resource[Transport]):
    """Shops."""

    @cached_property
    def opening_hours(self) -> PetShopsOpeningHoursResource:
        """When a shop is open."""
        from .pet_shops_opening_hours import PetShopsOpeningHoursResource

        return PetShopsOpeningHoursResource(self._transport)

    @cached_property
    def staff(self) -> PetShopsStaffResource:
        """Who works in a shop."""
        from .pet_shops_staff import PetShopsStaffResource

        return PetShopsStaffResource(self._transport)

    def get(self, shop_id: str) -> models.Thing:
        """Get the shop.

        Args:
            shop_id: Id of the shop.

        Returns:
            A thing.

        Raises:
            MissingError: 404. The call failed.
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pet_shops_get(shop_id))


class PetShopsRaw(Resource[Transport]):
    """`PetShopsResource`, each method returning the whole reply."""

    def __init__(self, transport: Transport) -> None:
        super().__init__(transport)
        resource = PetShopsResource(transport)
        self.get = raw(resource.get)

    @cached_property
    def opening_hours(self) -> PetShopsOpeningHoursRaw:
        """When a shop is open."""
        from .pet_shops_opening_hours import PetShopsOpeningHoursRaw

        return PetShopsOpeningHoursRaw(self._transport)

    @cached_property
    def staff(self) -> PetShopsStaffRaw:
        """Who works in a shop."""
        from .pet_shops_staff import PetShopsStaffRaw

        return PetShopsStaffRaw(self._transport)


class AsyncPetShopsResource(Resource[AsyncTransport]):
    """Shops."""

    @cached_property
    def opening_hours(self) -> AsyncPetShopsOpeningHoursResource:
        """When a shop is open."""
        from .pet_shops_opening_hours import AsyncPetShopsOpeningHoursResource

        return AsyncPetShopsOpeningHoursResource(self._transport)

    @cached_property
    def staff(self) -> AsyncPetShopsStaffResource:
        """Who works in a shop."""
        from .pet_shops_staff import AsyncPetShopsStaffResource

        return AsyncPetShopsStaffResource(self._transport)

    async def get(self, shop_id: str) -> models.Thing:
        """Get the shop.

        Args:
            shop_id: Id of the shop.

        Returns:
            A thing.

        Raises:
            MissingError: 404. The call failed.
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pet_shops_get(shop_id))


class AsyncPetShopsRaw(Resource[AsyncTransport]):
    """`AsyncPetShopsResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        super().__init__(transport)
        resource = AsyncPetShopsResource(transport)
        self.get = async_raw(resource.get)

    @cached_property
    def opening_hours(self) -> AsyncPetShopsOpeningHoursRaw:
        """When a shop is open."""
        from .pet_shops_opening_hours import AsyncPetShopsOpeningHoursRaw

        return AsyncPetShopsOpeningHoursRaw(self._transport)

    @cached_property
    def staff(self) -> AsyncPetShopsStaffRaw:
        """Who works in a shop."""
        from .pet_shops_staff import AsyncPetShopsStaffRaw

        return AsyncPetShopsStaffRaw(self._transport)
