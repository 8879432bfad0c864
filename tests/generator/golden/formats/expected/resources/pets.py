# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Animals."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, overload
from uuid import UUID

from foxreach_runtime.client import Resource
from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.raw import async_raw, raw
from msgspec import UNSET, UnsetType

from .. import models
from ..operations import pets as operations

if TYPE_CHECKING:
    from foxreach_runtime.nested.annotations import ListLike

    from ..inputs import KindInput, PetPutInput


class PetsResource(Resource[Transport]):
    """Animals."""

    @overload
    def put(
        self,
        number: int,
        kind: KindInput,
        key_2: UUID,
        *,
        ids: ListLike[str] | None = None,
        kinds: ListLike[KindInput] | None = None,
        date_2: date,
        time_2: time | None = None,
        since: datetime | None = None,
        days_2: ListLike[date] | None = None,
        price_2: Decimal | None = None,
        code: str | None = None,
        date: date,
        time: time | None | UnsetType = UNSET,
        at: datetime | UnsetType = UNSET,
        key: UUID | UnsetType = UNSET,
        price: Decimal | UnsetType = UNSET,
        days: ListLike[date] | UnsetType = UNSET,
        mail: str | UnsetType = UNSET,
    ) -> models.Pet: ...

    @overload
    def put(
        self,
        number: int,
        kind: KindInput,
        key_2: UUID,
        values: PetPutInput,
        *,
        ids: ListLike[str] | None = None,
        kinds: ListLike[KindInput] | None = None,
        date_2: date,
        time_2: time | None = None,
        since: datetime | None = None,
        days_2: ListLike[date] | None = None,
        price_2: Decimal | None = None,
        code: str | None = None,
    ) -> models.Pet: ...

    def put(
        self,
        number: int,
        kind: KindInput,
        key_2: UUID,
        values: PetPutInput | UnsetType = UNSET,
        *,
        ids: ListLike[str] | None = None,
        kinds: ListLike[KindInput] | None = None,
        date_2: date,
        time_2: time | None = None,
        since: datetime | None = None,
        days_2: ListLike[date] | None = None,
        price_2: Decimal | None = None,
        code: str | None = None,
        date: date | UnsetType = UNSET,
        time: time | None | UnsetType = UNSET,
        at: datetime | UnsetType = UNSET,
        key: UUID | UnsetType = UNSET,
        price: Decimal | UnsetType = UNSET,
        days: ListLike[date] | UnsetType = UNSET,
        mail: str | UnsetType = UNSET,
    ) -> models.Pet:
        """Put a pet.

        The call is idempotent: a repeat is safe.

        Args:
            number: Its number.
            kind: Kind.
            key_2: Key. `minLength`: 36.
            values: The fields below as one `PetPut`, or as a mapping such as `PetPutDict`, in place of keywords.
            ids: Ids.
            kinds: Kinds.
            date_2: Day.
            time_2: Hour. `maxLength`: 8.
            since: From when.
            days_2: Days. `pattern`: "^2".
            price_2: Price. Price. `pattern`: "[.]".
            code: Code.
            date: Day. `pattern`: "^2".
            time: Hour.
            at: When.
            key: Key. `minLength`: 36. `maxLength`: 36.
            price: Price. `pattern`: "[.]". `maxLength`: 9.
            days: Days.
            mail: Address. Format: email.

        Returns:
            An animal.

        Raises:
            MissingError: 404. The call failed.
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(
            operations.pets_put(
                number,
                kind,
                key_2,
                values,
                ids=ids,
                kinds=kinds,
                date_2=date_2,
                time_2=time_2,
                since=since,
                days_2=days_2,
                price_2=price_2,
                code=code,
                date=date,
                time=time,
                at=at,
                key=key,
                price=price,
                days=days,
                mail=mail,
            )
        )


class PetsRaw(Resource[Transport]):
    """`PetsResource`, each method returning the whole reply."""

    def __init__(self, transport: Transport) -> None:
        super().__init__(transport)
        resource = PetsResource(transport)
        self.put = raw(resource.put)


class AsyncPetsResource(Resource[AsyncTransport]):
    """Animals."""

    @overload
    async def put(
        self,
        number: int,
        kind: KindInput,
        key_2: UUID,
        *,
        ids: ListLike[str] | None = None,
        kinds: ListLike[KindInput] | None = None,
        date_2: date,
        time_2: time | None = None,
        since: datetime | None = None,
        days_2: ListLike[date] | None = None,
        price_2: Decimal | None = None,
        code: str | None = None,
        date: date,
        time: time | None | UnsetType = UNSET,
        at: datetime | UnsetType = UNSET,
        key: UUID | UnsetType = UNSET,
        price: Decimal | UnsetType = UNSET,
        days: ListLike[date] | UnsetType = UNSET,
        mail: str | UnsetType = UNSET,
    ) -> models.Pet: ...

    @overload
    async def put(
        self,
        number: int,
        kind: KindInput,
        key_2: UUID,
        values: PetPutInput,
        *,
        ids: ListLike[str] | None = None,
        kinds: ListLike[KindInput] | None = None,
        date_2: date,
        time_2: time | None = None,
        since: datetime | None = None,
        days_2: ListLike[date] | None = None,
        price_2: Decimal | None = None,
        code: str | None = None,
    ) -> models.Pet: ...

    async def put(
        self,
        number: int,
        kind: KindInput,
        key_2: UUID,
        values: PetPutInput | UnsetType = UNSET,
        *,
        ids: ListLike[str] | None = None,
        kinds: ListLike[KindInput] | None = None,
        date_2: date,
        time_2: time | None = None,
        since: datetime | None = None,
        days_2: ListLike[date] | None = None,
        price_2: Decimal | None = None,
        code: str | None = None,
        date: date | UnsetType = UNSET,
        time: time | None | UnsetType = UNSET,
        at: datetime | UnsetType = UNSET,
        key: UUID | UnsetType = UNSET,
        price: Decimal | UnsetType = UNSET,
        days: ListLike[date] | UnsetType = UNSET,
        mail: str | UnsetType = UNSET,
    ) -> models.Pet:
        """Put a pet.

        The call is idempotent: a repeat is safe.

        Args:
            number: Its number.
            kind: Kind.
            key_2: Key. `minLength`: 36.
            values: The fields below as one `PetPut`, or as a mapping such as `PetPutDict`, in place of keywords.
            ids: Ids.
            kinds: Kinds.
            date_2: Day.
            time_2: Hour. `maxLength`: 8.
            since: From when.
            days_2: Days. `pattern`: "^2".
            price_2: Price. Price. `pattern`: "[.]".
            code: Code.
            date: Day. `pattern`: "^2".
            time: Hour.
            at: When.
            key: Key. `minLength`: 36. `maxLength`: 36.
            price: Price. `pattern`: "[.]". `maxLength`: 9.
            days: Days.
            mail: Address. Format: email.

        Returns:
            An animal.

        Raises:
            MissingError: 404. The call failed.
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(
            operations.pets_put(
                number,
                kind,
                key_2,
                values,
                ids=ids,
                kinds=kinds,
                date_2=date_2,
                time_2=time_2,
                since=since,
                days_2=days_2,
                price_2=price_2,
                code=code,
                date=date,
                time=time,
                at=at,
                key=key,
                price=price,
                days=days,
                mail=mail,
            )
        )


class AsyncPetsRaw(Resource[AsyncTransport]):
    """`AsyncPetsResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        super().__init__(transport)
        resource = AsyncPetsResource(transport)
        self.put = async_raw(resource.put)
