# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Animals."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from foxreach_runtime.client import Resource
from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.raw import async_raw, raw

from .. import models
from ..operations import pets as operations

if TYPE_CHECKING:
    from foxreach_runtime.files.source import FileInput
    from foxreach_runtime.nested.annotations import ListLike

    from ..inputs import KindInput


class PetsResource(Resource[Transport]):
    """Animals."""

    def upload(
        self,
        pet_id: str,
        *,
        file_2: str | None = None,
        file: FileInput,
        kind: KindInput,
        weight: float | None = None,
        born: date | None = None,
        public: bool | None = None,
        tags: ListLike[str] | None = None,
        others: ListLike[FileInput] | None = None,
    ) -> models.Pet:
        """Upload a photo.

        The call is idempotent: a repeat is safe.

        Args:
            pet_id: Id.
            file_2: File name.
            file: The photo. A path, bytes, a file opened in binary mode, or an `Upload` with name and content
                type.
            kind:
            weight: Weight.
            born: Day.
            public: Whether all may see it.
            tags: Tags.
            others: More. A path, bytes, a file opened in binary mode, or an `Upload` with name and content type.

        Returns:
            The pet.

        Raises:
            MissingError: 404. The call failed.
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(
            operations.pets_upload(
                pet_id,
                file_2=file_2,
                file=file,
                kind=kind,
                weight=weight,
                born=born,
                public=public,
                tags=tags,
                others=others,
            )
        )

    def import_csv(self, *, file: FileInput, campaign_id: str | None = None) -> models.Pet:
        """Import pets.

        Args:
            file: The CSV. A path, bytes, a file opened in binary mode, or an `Upload` with name and content
                type.
            campaign_id: Campaign.

        Returns:
            The pet.

        Raises:
            MissingError: 404. The call failed.
            WrongValueError: 422. The call failed.
            OutcomeUnknownError: The call may have taken effect; check before you repeat it.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pets_import_csv(file=file, campaign_id=campaign_id))

    def tick(self, *, text: str | None = None) -> None:
        """Tick something.

        The call is idempotent: a repeat is safe.

        Args:
            text: Text.

        Raises:
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pets_tick(text=text))

    def note(self, *, text: str | None = None) -> None:
        """Note something.

        Args:
            text: Text.

        Raises:
            WrongValueError: 422. The call failed.
            OutcomeUnknownError: The call may have taken effect; check before you repeat it.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pets_note(text=text))

    def rename(self, *, old: str, new: ListLike[str] | None = None) -> models.Pet:
        """Rename pets.

        The call is idempotent: a repeat is safe.

        Args:
            old: Old name.
            new: New names.

        Returns:
            The pet.

        Raises:
            MissingError: 404. The call failed.
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pets_rename(old=old, new=new))


class PetsRaw(Resource[Transport]):
    """`PetsResource`, each method returning the whole reply."""

    def __init__(self, transport: Transport) -> None:
        super().__init__(transport)
        resource = PetsResource(transport)
        self.upload = raw(resource.upload)
        self.import_csv = raw(resource.import_csv)
        self.tick = raw(resource.tick)
        self.note = raw(resource.note)
        self.rename = raw(resource.rename)


class AsyncPetsResource(Resource[AsyncTransport]):
    """Animals."""

    async def upload(
        self,
        pet_id: str,
        *,
        file_2: str | None = None,
        file: FileInput,
        kind: KindInput,
        weight: float | None = None,
        born: date | None = None,
        public: bool | None = None,
        tags: ListLike[str] | None = None,
        others: ListLike[FileInput] | None = None,
    ) -> models.Pet:
        """Upload a photo.

        The call is idempotent: a repeat is safe.

        Args:
            pet_id: Id.
            file_2: File name.
            file: The photo. A path, bytes, a file opened in binary mode, or an `Upload` with name and content
                type.
            kind:
            weight: Weight.
            born: Day.
            public: Whether all may see it.
            tags: Tags.
            others: More. A path, bytes, a file opened in binary mode, or an `Upload` with name and content type.

        Returns:
            The pet.

        Raises:
            MissingError: 404. The call failed.
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(
            operations.pets_upload(
                pet_id,
                file_2=file_2,
                file=file,
                kind=kind,
                weight=weight,
                born=born,
                public=public,
                tags=tags,
                others=others,
            )
        )

    async def import_csv(self, *, file: FileInput, campaign_id: str | None = None) -> models.Pet:
        """Import pets.

        Args:
            file: The CSV. A path, bytes, a file opened in binary mode, or an `Upload` with name and content
                type.
            campaign_id: Campaign.

        Returns:
            The pet.

        Raises:
            MissingError: 404. The call failed.
            WrongValueError: 422. The call failed.
            OutcomeUnknownError: The call may have taken effect; check before you repeat it.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pets_import_csv(file=file, campaign_id=campaign_id))

    async def tick(self, *, text: str | None = None) -> None:
        """Tick something.

        The call is idempotent: a repeat is safe.

        Args:
            text: Text.

        Raises:
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pets_tick(text=text))

    async def note(self, *, text: str | None = None) -> None:
        """Note something.

        Args:
            text: Text.

        Raises:
            WrongValueError: 422. The call failed.
            OutcomeUnknownError: The call may have taken effect; check before you repeat it.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pets_note(text=text))

    async def rename(self, *, old: str, new: ListLike[str] | None = None) -> models.Pet:
        """Rename pets.

        The call is idempotent: a repeat is safe.

        Args:
            old: Old name.
            new: New names.

        Returns:
            The pet.

        Raises:
            MissingError: 404. The call failed.
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pets_rename(old=old, new=new))


class AsyncPetsRaw(Resource[AsyncTransport]):
    """`AsyncPetsResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        super().__init__(transport)
        resource = AsyncPetsResource(transport)
        self.upload = async_raw(resource.upload)
        self.import_csv = async_raw(resource.import_csv)
        self.tick = async_raw(resource.tick)
        self.note = async_raw(resource.note)
        self.rename = async_raw(resource.rename)
