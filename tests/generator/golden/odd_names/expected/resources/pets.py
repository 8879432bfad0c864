# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Animals."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, overload

from foxreach_runtime.client import Resource
from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.raw import async_raw, raw
from msgspec import UNSET, UnsetType

from .. import models
from ..operations import pets as operations

if TYPE_CHECKING:
    from ..inputs import CrateInput, KindInput, MoveInput


class PetsResource(Resource[Transport]):
    """Animals."""

    @overload
    def move(
        self,
        class_: str,
        *,
        from_: str,
        in_: int | None = None,
        x_thing: str | None = None,
        field_2fa: bool | None = None,
        filter_status: str | None = None,
        is_not_2: str | None = None,
        self_: str | None = None,
        isinstance_: str | None = None,
        search: str | None = None,
        type: KindInput | None = None,
        import_: str,
        field_3_d_model: str | None | UnsetType = UNSET,
        is_not: bool | UnsetType = UNSET,
        lambda_: Iterable[CrateInput] | UnsetType = UNSET,
    ) -> models.Pet: ...

    @overload
    def move(
        self,
        class_: str,
        values: MoveInput,
        *,
        from_: str,
        in_: int | None = None,
        x_thing: str | None = None,
        field_2fa: bool | None = None,
        filter_status: str | None = None,
        is_not_2: str | None = None,
        self_: str | None = None,
        isinstance_: str | None = None,
        search: str | None = None,
        type: KindInput | None = None,
    ) -> models.Pet: ...

    def move(
        self,
        class_: str,
        values: MoveInput | UnsetType = UNSET,
        *,
        from_: str,
        in_: int | None = None,
        x_thing: str | None = None,
        field_2fa: bool | None = None,
        filter_status: str | None = None,
        is_not_2: str | None = None,
        self_: str | None = None,
        isinstance_: str | None = None,
        search: str | None = None,
        type: KindInput | None = None,
        import_: str | UnsetType = UNSET,
        field_3_d_model: str | None | UnsetType = UNSET,
        is_not: bool | UnsetType = UNSET,
        lambda_: Iterable[CrateInput] | UnsetType = UNSET,
    ) -> models.Pet:
        """Move a pet.

        The call is idempotent: a repeat is safe.

        Args:
            class_: Its class.
            values: The fields below as one `Move`, or as a mapping such as `MoveDict`, in place of keywords.
            from_: Where it was.
            in_: How many are in.
            x_thing: A name of a header.
            field_2fa: Begins with a digit.
            filter_status: Brackets.
            is_not_2: Also a field of the body.
            self_: A name of every method.
            isinstance_: A builtin that functions call.
            search: A name of the document.
            type: A builtin.
            import_: Where it goes.
            field_3_d_model: How it looks.
            is_not: Two keywords in one name.
            lambda_: What it travels in.

        Returns:
            An animal.

        Raises:
            MissingError: 404. The call failed.
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(
            operations.pets_move(
                class_,
                values,
                from_=from_,
                in_=in_,
                x_thing=x_thing,
                field_2fa=field_2fa,
                filter_status=filter_status,
                is_not_2=is_not_2,
                self_=self_,
                isinstance_=isinstance_,
                search=search,
                type=type,
                import_=import_,
                field_3_d_model=field_3_d_model,
                is_not=is_not,
                lambda_=lambda_,
            )
        )


class PetsRaw(Resource[Transport]):
    """`PetsResource`, each method returning the whole reply."""

    def __init__(self, transport: Transport) -> None:
        super().__init__(transport)
        resource = PetsResource(transport)
        self.move = raw(resource.move)


class AsyncPetsResource(Resource[AsyncTransport]):
    """Animals."""

    @overload
    async def move(
        self,
        class_: str,
        *,
        from_: str,
        in_: int | None = None,
        x_thing: str | None = None,
        field_2fa: bool | None = None,
        filter_status: str | None = None,
        is_not_2: str | None = None,
        self_: str | None = None,
        isinstance_: str | None = None,
        search: str | None = None,
        type: KindInput | None = None,
        import_: str,
        field_3_d_model: str | None | UnsetType = UNSET,
        is_not: bool | UnsetType = UNSET,
        lambda_: Iterable[CrateInput] | UnsetType = UNSET,
    ) -> models.Pet: ...

    @overload
    async def move(
        self,
        class_: str,
        values: MoveInput,
        *,
        from_: str,
        in_: int | None = None,
        x_thing: str | None = None,
        field_2fa: bool | None = None,
        filter_status: str | None = None,
        is_not_2: str | None = None,
        self_: str | None = None,
        isinstance_: str | None = None,
        search: str | None = None,
        type: KindInput | None = None,
    ) -> models.Pet: ...

    async def move(
        self,
        class_: str,
        values: MoveInput | UnsetType = UNSET,
        *,
        from_: str,
        in_: int | None = None,
        x_thing: str | None = None,
        field_2fa: bool | None = None,
        filter_status: str | None = None,
        is_not_2: str | None = None,
        self_: str | None = None,
        isinstance_: str | None = None,
        search: str | None = None,
        type: KindInput | None = None,
        import_: str | UnsetType = UNSET,
        field_3_d_model: str | None | UnsetType = UNSET,
        is_not: bool | UnsetType = UNSET,
        lambda_: Iterable[CrateInput] | UnsetType = UNSET,
    ) -> models.Pet:
        """Move a pet.

        The call is idempotent: a repeat is safe.

        Args:
            class_: Its class.
            values: The fields below as one `Move`, or as a mapping such as `MoveDict`, in place of keywords.
            from_: Where it was.
            in_: How many are in.
            x_thing: A name of a header.
            field_2fa: Begins with a digit.
            filter_status: Brackets.
            is_not_2: Also a field of the body.
            self_: A name of every method.
            isinstance_: A builtin that functions call.
            search: A name of the document.
            type: A builtin.
            import_: Where it goes.
            field_3_d_model: How it looks.
            is_not: Two keywords in one name.
            lambda_: What it travels in.

        Returns:
            An animal.

        Raises:
            MissingError: 404. The call failed.
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(
            operations.pets_move(
                class_,
                values,
                from_=from_,
                in_=in_,
                x_thing=x_thing,
                field_2fa=field_2fa,
                filter_status=filter_status,
                is_not_2=is_not_2,
                self_=self_,
                isinstance_=isinstance_,
                search=search,
                type=type,
                import_=import_,
                field_3_d_model=field_3_d_model,
                is_not=is_not,
                lambda_=lambda_,
            )
        )


class AsyncPetsRaw(Resource[AsyncTransport]):
    """`AsyncPetsResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        super().__init__(transport)
        resource = AsyncPetsResource(transport)
        self.move = async_raw(resource.move)
