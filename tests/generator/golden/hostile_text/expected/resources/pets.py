# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Ends in a quote\""""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from foxreach_runtime.client import Resource
from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.raw import async_raw, raw

from .. import models
from ..operations import pets as operations

if TYPE_CHECKING:
    from ..inputs import QuotedInput
    from .pets_klass import AsyncPetsKlassRaw, AsyncPetsKlassResource, PetsKlassRaw, PetsKlassResource


class PetsResource(Resource[Transport]):
    """Ends in a quote\""""

    @cached_property
    def klass(self) -> PetsKlassResource:
        """Ends in a backslash\\"""
        from .pets_klass import PetsKlassResource

        return PetsKlassResource(self._transport)

    def get(
        self,
        pet_id: str,
        *,
        type: QuotedInput | None = None,
        id: str | None = None,
        path: str | None = None,
        x_odd_name: str | None = None,
    ) -> models.Pet:
        """Quotes \"\"\" within and at the end\"\"\".

        {{ 7 * 7 }} {% raw %} {# gone #} ${HOME} %s {0} \\n \\x00 \\N{BULLET} \\u12

        # No comment, and a paragraph that ends in a backslash \\ \"\"\" and '''

        aVeryLongWordWithoutAnyPlaceToFoldItAtWhichGoesOnAndOnAndOnUntilItIsLongerThanTheLongestLineThatTheFormatterWouldEverAllowInAFile

        An indented line.

        Args:
            pet_id: Über \"\"\"\\\"\"\"; żółć 🦊.
            type: Args: Raises: x: y
            id: Shadows a builtin.
            path: Is the name of a word in the function.
            x_odd_name: \\\\\\

        Returns:
            The pet\\ Raises: nothing \"\"\"

        Raises:
            MissingError: 404. ".
            GoneError: 410. Gone \"\"\"\\.
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pets_get(pet_id, type=type, id=id, path=path, x_odd_name=x_odd_name))


class PetsRaw(Resource[Transport]):
    """`PetsResource`, each method returning the whole reply."""

    def __init__(self, transport: Transport) -> None:
        super().__init__(transport)
        resource = PetsResource(transport)
        self.get = raw(resource.get)

    @cached_property
    def klass(self) -> PetsKlassRaw:
        """Ends in a backslash\\"""
        from .pets_klass import PetsKlassRaw

        return PetsKlassRaw(self._transport)


class AsyncPetsResource(Resource[AsyncTransport]):
    """Ends in a quote\""""

    @cached_property
    def klass(self) -> AsyncPetsKlassResource:
        """Ends in a backslash\\"""
        from .pets_klass import AsyncPetsKlassResource

        return AsyncPetsKlassResource(self._transport)

    async def get(
        self,
        pet_id: str,
        *,
        type: QuotedInput | None = None,
        id: str | None = None,
        path: str | None = None,
        x_odd_name: str | None = None,
    ) -> models.Pet:
        """Quotes \"\"\" within and at the end\"\"\".

        {{ 7 * 7 }} {% raw %} {# gone #} ${HOME} %s {0} \\n \\x00 \\N{BULLET} \\u12

        # No comment, and a paragraph that ends in a backslash \\ \"\"\" and '''

        aVeryLongWordWithoutAnyPlaceToFoldItAtWhichGoesOnAndOnAndOnUntilItIsLongerThanTheLongestLineThatTheFormatterWouldEverAllowInAFile

        An indented line.

        Args:
            pet_id: Über \"\"\"\\\"\"\"; żółć 🦊.
            type: Args: Raises: x: y
            id: Shadows a builtin.
            path: Is the name of a word in the function.
            x_odd_name: \\\\\\

        Returns:
            The pet\\ Raises: nothing \"\"\"

        Raises:
            MissingError: 404. ".
            GoneError: 410. Gone \"\"\"\\.
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(
            operations.pets_get(pet_id, type=type, id=id, path=path, x_odd_name=x_odd_name)
        )


class AsyncPetsRaw(Resource[AsyncTransport]):
    """`AsyncPetsResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        super().__init__(transport)
        resource = AsyncPetsResource(transport)
        self.get = async_raw(resource.get)

    @cached_property
    def klass(self) -> AsyncPetsKlassRaw:
        """Ends in a backslash\\"""
        from .pets_klass import AsyncPetsKlassRaw

        return AsyncPetsKlassRaw(self._transport)
