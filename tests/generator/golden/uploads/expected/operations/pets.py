# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The facts of each operation of `pets`, and one function each that makes a call of the arguments."""

from __future__ import annotations

from datetime import date
from datetime import date as Date
from types import NoneType
from typing import TYPE_CHECKING, Annotated, Final

from foxreach_runtime.files.form import form_body, form_file, form_files, form_given, form_value, multipart, url_form
from foxreach_runtime.operation import Call, Operation
from foxreach_runtime.request.body import list_of
from foxreach_runtime.request.query import query_given, query_text
from msgspec import Meta

from .. import models

if TYPE_CHECKING:
    from foxreach_runtime.files.source import FileInput
    from foxreach_runtime.nested.annotations import ListLike
from ..models.pets import Failure, Kind, PetReply

if TYPE_CHECKING:
    from ..inputs import KindInput

PETS_UPLOAD: Final[Operation[models.Pet]] = Operation(
    name="pets.upload",
    method="PUT",
    path="/pets/{pet_id}/photo",
    repeat="idempotent",
    reply=PetReply,
    take="data",
    statuses=frozenset({200}),
    errors={"401": Failure, "403": Failure, "404": Failure, "422": Failure, "5XX": Failure, "429": Failure},
)


def pets_upload(
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
) -> Call[models.Pet]:
    """Return the call PUT /pets/{pet_id}/photo."""
    return PETS_UPLOAD.call(
        path={"pet_id": pet_id},
        query={"file": query_text("pets.upload: file_2", file_2)},
        form=multipart(
            {
                "file": form_file("pets.upload: file", query_given("pets.upload: file", file)),
                "kind": form_given("pets.upload: kind", Kind, kind),
                "weight": form_value("pets.upload: weight", float, weight),
                "born": form_value("pets.upload: born", Date, born),
                "public": form_value("pets.upload: public", bool, public),
                "tags[]": form_value("pets.upload: tags", list[Annotated[str, Meta(min_length=1)]], list_of(tags)),
                "others": form_files("pets.upload: others", others),
            }
        ),
    )


PETS_IMPORT_CSV: Final[Operation[models.Pet]] = Operation(
    name="pets.import_csv",
    method="POST",
    path="/pets",
    repeat="never",
    reply=PetReply,
    take="data",
    statuses=frozenset({200}),
    errors={"401": Failure, "403": Failure, "404": Failure, "422": Failure, "5XX": Failure, "429": Failure},
)


def pets_import_csv(*, file: FileInput, campaign_id: str | None = None) -> Call[models.Pet]:
    """Return the call POST /pets."""
    return PETS_IMPORT_CSV.call(
        form=multipart(
            {
                "file": form_file("pets.import_csv: file", query_given("pets.import_csv: file", file)),
                "campaign_id": form_value("pets.import_csv: campaign_id", str, campaign_id),
            }
        )
    )


PETS_TICK: Final[Operation[None]] = Operation(
    name="pets.tick",
    method="PUT",
    path="/notes",
    repeat="idempotent",
    reply=NoneType,
    take="",
    statuses=frozenset({204}),
    errors={"401": Failure, "403": Failure, "422": Failure, "5XX": Failure, "429": Failure},
)


def pets_tick(*, text: str | None = None) -> Call[None]:
    """Return the call PUT /notes."""
    return PETS_TICK.call(form=form_body(url_form, {"text": form_value("pets.tick: text", str, text)}))


PETS_NOTE: Final[Operation[None]] = Operation(
    name="pets.note",
    method="POST",
    path="/notes",
    repeat="never",
    reply=NoneType,
    take="",
    statuses=frozenset({204}),
    errors={"401": Failure, "403": Failure, "422": Failure, "5XX": Failure, "429": Failure},
)


def pets_note(*, text: str | None = None) -> Call[None]:
    """Return the call POST /notes."""
    return PETS_NOTE.call(form=form_body(multipart, {"text": form_value("pets.note: text", str, text)}))


PETS_RENAME: Final[Operation[models.Pet]] = Operation(
    name="pets.rename",
    method="POST",
    path="/login",
    repeat="idempotent",
    reply=PetReply,
    take="data",
    statuses=frozenset({200}),
    errors={"401": Failure, "403": Failure, "404": Failure, "422": Failure, "5XX": Failure, "429": Failure},
)


def pets_rename(*, old: str, new: ListLike[str] | None = None) -> Call[models.Pet]:
    """Return the call POST /login."""
    return PETS_RENAME.call(
        form=url_form(
            {
                "old": form_given("pets.rename: old", Annotated[str, Meta(max_length=9)], old),
                "new": form_value("pets.rename: new", list[str], list_of(new)),
            }
        )
    )
