# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Animals."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, overload

from foxreach_runtime.client import Resource
from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.raw import async_raw, raw
from msgspec import UNSET, UnsetType

from .. import models
from ..operations import pets as operations

if TYPE_CHECKING:
    from foxreach_runtime.nested.annotations import ListLike

    from ..inputs import KindInput, PetCreateInput


class PetsResource(Resource[Transport]):
    """Animals."""

    @overload
    def create(
        self,
        *,
        kind_2: KindInput | None = None,
        x_tenant: str,
        kind: KindInput | None = None,
        x_depth: int | None = None,
        x_rate: float | None = None,
        x_dry_run: bool | None = None,
        if_unmodified_since: date | None = None,
        x_tags: ListLike[str] | None = None,
        token: str | None = None,
        name: str,
    ) -> models.Pet: ...

    @overload
    def create(
        self,
        values: PetCreateInput,
        *,
        kind_2: KindInput | None = None,
        x_tenant: str,
        kind: KindInput | None = None,
        x_depth: int | None = None,
        x_rate: float | None = None,
        x_dry_run: bool | None = None,
        if_unmodified_since: date | None = None,
        x_tags: ListLike[str] | None = None,
        token: str | None = None,
    ) -> models.Pet: ...

    def create(
        self,
        values: PetCreateInput | UnsetType = UNSET,
        *,
        kind_2: KindInput | None = None,
        x_tenant: str,
        kind: KindInput | None = None,
        x_depth: int | None = None,
        x_rate: float | None = None,
        x_dry_run: bool | None = None,
        if_unmodified_since: date | None = None,
        x_tags: ListLike[str] | None = None,
        token: str | None = None,
        name: str | UnsetType = UNSET,
    ) -> models.Pet:
        """Create a pet.

        Args:
            values: The fields below as one `PetCreate`, or as a mapping such as `PetCreateDict`, in place of
                keywords.
            kind_2: Kind by query.
            x_tenant: Tenant.
            kind: Kind by header.
            x_depth: Depth.
            x_rate: Rate.
            x_dry_run: Whether nothing is kept.
            if_unmodified_since: Day.
            x_tags: Tags.
            token: Token.
            name: Name.

        Returns:
            The pet.

        Raises:
            WrongValueError: 422. The call failed.
            MissingError: 404. The call failed.
            OutcomeUnknownError: The call may have taken effect; check before you repeat it.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(
            operations.pets_create(
                values,
                kind_2=kind_2,
                x_tenant=x_tenant,
                kind=kind,
                x_depth=x_depth,
                x_rate=x_rate,
                x_dry_run=x_dry_run,
                if_unmodified_since=if_unmodified_since,
                x_tags=x_tags,
                token=token,
                name=name,
            )
        )

    def get(self, pet_id: str, *, x_tenant: str) -> models.Pet:
        """Get a pet.

        Args:
            pet_id: Id.
            x_tenant: Tenant.

        Returns:
            The pet.

        Raises:
            WrongValueError: 422. The call failed.
            MissingError: 404. The call failed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pets_get(pet_id, x_tenant=x_tenant))


class PetsRaw(Resource[Transport]):
    """`PetsResource`, each method returning the whole reply."""

    def __init__(self, transport: Transport) -> None:
        super().__init__(transport)
        resource = PetsResource(transport)
        self.create = raw(resource.create)
        self.get = raw(resource.get)


class AsyncPetsResource(Resource[AsyncTransport]):
    """Animals."""

    @overload
    async def create(
        self,
        *,
        kind_2: KindInput | None = None,
        x_tenant: str,
        kind: KindInput | None = None,
        x_depth: int | None = None,
        x_rate: float | None = None,
        x_dry_run: bool | None = None,
        if_unmodified_since: date | None = None,
        x_tags: ListLike[str] | None = None,
        token: str | None = None,
        name: str,
    ) -> models.Pet: ...

    @overload
    async def create(
        self,
        values: PetCreateInput,
        *,
        kind_2: KindInput | None = None,
        x_tenant: str,
        kind: KindInput | None = None,
        x_depth: int | None = None,
        x_rate: float | None = None,
        x_dry_run: bool | None = None,
        if_unmodified_since: date | None = None,
        x_tags: ListLike[str] | None = None,
        token: str | None = None,
    ) -> models.Pet: ...

    async def create(
        self,
        values: PetCreateInput | UnsetType = UNSET,
        *,
        kind_2: KindInput | None = None,
        x_tenant: str,
        kind: KindInput | None = None,
        x_depth: int | None = None,
        x_rate: float | None = None,
        x_dry_run: bool | None = None,
        if_unmodified_since: date | None = None,
        x_tags: ListLike[str] | None = None,
        token: str | None = None,
        name: str | UnsetType = UNSET,
    ) -> models.Pet:
        """Create a pet.

        Args:
            values: The fields below as one `PetCreate`, or as a mapping such as `PetCreateDict`, in place of
                keywords.
            kind_2: Kind by query.
            x_tenant: Tenant.
            kind: Kind by header.
            x_depth: Depth.
            x_rate: Rate.
            x_dry_run: Whether nothing is kept.
            if_unmodified_since: Day.
            x_tags: Tags.
            token: Token.
            name: Name.

        Returns:
            The pet.

        Raises:
            WrongValueError: 422. The call failed.
            MissingError: 404. The call failed.
            OutcomeUnknownError: The call may have taken effect; check before you repeat it.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(
            operations.pets_create(
                values,
                kind_2=kind_2,
                x_tenant=x_tenant,
                kind=kind,
                x_depth=x_depth,
                x_rate=x_rate,
                x_dry_run=x_dry_run,
                if_unmodified_since=if_unmodified_since,
                x_tags=x_tags,
                token=token,
                name=name,
            )
        )

    async def get(self, pet_id: str, *, x_tenant: str) -> models.Pet:
        """Get a pet.

        Args:
            pet_id: Id.
            x_tenant: Tenant.

        Returns:
            The pet.

        Raises:
            WrongValueError: 422. The call failed.
            MissingError: 404. The call failed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pets_get(pet_id, x_tenant=x_tenant))


class AsyncPetsRaw(Resource[AsyncTransport]):
    """`AsyncPetsResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        super().__init__(transport)
        resource = AsyncPetsResource(transport)
        self.create = async_raw(resource.create)
        self.get = async_raw(resource.get)
