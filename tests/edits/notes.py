"""A resource that needs five things at once: an upload, an export, a list by cursor, a filter, and keys of creations.

EXAMPLE is what a user of the package that is generated from it writes, and PRINTED what it prints.
"""

from __future__ import annotations

from typing import Final

from tests.edits.changes import ROWS, SPEC, UNIMPLEMENTED, Edit, after, before

ERRORS: Final = """\
        "401": {$ref: "#/components/responses/Unauthorized"}
        "403": {$ref: "#/components/responses/Forbidden"}
        "422": {$ref: "#/components/responses/Unprocessable"}
        "429": {$ref: "#/components/responses/TooManyRequests"}
        "500": {$ref: "#/components/responses/ServerError"}
        "5XX": {$ref: "#/components/responses/GatewayError"}
"""
CREATED: Final = """\
        "201":
          description: The note.
          content:
            application/json:
              schema: {$ref: "#/components/schemas/NoteReply"}
              example: {data: {id: note_1, text: Call her}}
"""
PATHS: Final = f"""\
  /notes:
    get:
      operationId: notes.list
      tags: [notes]
      summary: List notes
      x-evidence: docs
      x-call: {{repeat: safe}}
      x-page: {{cursor: cursor, items: data, next: nextCursor}}
      x-result: data
      parameters:
        - {{name: cursor, in: query, description: Where a page begins., schema: {{type: string}}}}
        - name: tags
          in: query
          description: Only notes with one of these tags.
          schema: {{type: array, items: {{type: string}}}}
      responses:
        "200":
          description: One page of notes.
          content:
            application/json:
              schema: {{$ref: "#/components/schemas/NotePage"}}
              example: {{data: [{{id: note_1, text: Call her}}, {{id: note_2, text: Write to him}}], nextCursor: null}}
{ERRORS}    post:
      operationId: notes.create
      tags: [notes]
      summary: Create a note
      x-evidence: docs
      x-call: {{repeat: never}}
      x-idempotency: {{header: Idempotency-Key}}
      x-result: data
      requestBody:
        required: true
        description: The note to create.
        content:
          application/json:
            schema: {{$ref: "#/components/schemas/NoteCreate"}}
            example: {{text: Call her}}
      responses:
{CREATED}{ERRORS}  /notes/upload:
    post:
      operationId: notes.upload
      tags: [notes]
      summary: Upload a recording
      x-evidence: docs
      x-call: {{repeat: never}}
      x-result: data
      requestBody:
        required: true
        description: The recording.
        content:
          multipart/form-data:
            schema:
              type: object
              required: [recording]
              properties:
                recording: {{type: string, format: binary, description: The recording.}}
                text: {{type: string, description: Words about it.}}
      responses:
{CREATED}{ERRORS}  /notes/export:
    get:
      operationId: notes.export
      tags: [notes]
      summary: Export all notes
      x-evidence: docs
      x-call: {{repeat: safe}}
      responses:
        "200":
          description: All notes.
          content:
            text/csv:
              schema: {{type: string}}
              example: "id,text\\nnote_1,Call her\\n"
{ERRORS}"""
SCHEMAS: Final = """\
    NotePage:
      type: object
      description: One page of notes.
      x-personal: true
      required: [data]
      properties:
        data: {type: array, description: The notes., items: {$ref: "#/components/schemas/Note"}}
        nextCursor: {type: [string, "null"], description: Where the next page begins., x-personal: false}
    NoteReply:
      type: object
      description: The envelope of one note.
      x-personal: true
      required: [data]
      properties:
        data: {$ref: "#/components/schemas/Note", description: The note.}
    NoteCreate:
      type: object
      description: A note to create.
      x-personal: true
      required: [text]
      properties:
        text: {type: string, description: Words.}
    Note:
      type: object
      description: Words about a lead.
      x-personal: true
      required: [id, text]
      properties:
        id: {type: string, description: Id of the note., x-personal: false}
        text: {type: string, description: Words.}
"""
EXPECTED: Final = """\
    Row("notes.list", "docs", "get", "/notes", "200", "422"),
    Row("notes.create", "docs", "post", "/notes", "201", "422"),
    Row("notes.upload", "docs", "post", "/notes/upload", "201", "422"),
    Row("notes.export", "docs", "get", "/notes/export", "200", "422"),
"""
CALLS: Final = '{"notes.list", "notes.create", "notes.upload", "notes.export"}'
NOTES: Final = Edit(
    "notes",
    (
        after(
            SPEC,
            "    description: Statistics of the workspace and of each campaign.\n",
            "  - {name: notes, description: Words about leads.}\n",
        ),
        before(SPEC, "  /analytics/overview:\n", PATHS),
        before(SPEC, "    WebhookEvent:\n", SCHEMAS),
        before(ROWS, '    Row("webhooks.list_events"', EXPECTED),
        after(ROWS, "BY_HAND: Final = frozenset[str]()", f" | {CALLS}"),
        after(*UNIMPLEMENTED, f" | {CALLS}"),
        after(
            "tools/rehearsal/examples.py",
            "EXAMPLES = (\n",
            '    Example("notes.py", throttled="notes.export", refused={422: 1}),\n',
        ),
    ),
)
EXAMPLE: Final = '''\
"""Create, upload, list and export notes."""

from pathlib import Path

from foxreach_client import FoxReach, UnprocessableError
from foxreach_client.models import Note


def main(folder: Path) -> None:
    """Use everything that notes have."""
    with FoxReach() as client:
        created: Note = client.notes.create(text="Call her", idempotency_key="call-her-2026")
        again = client.notes.create(text="Call her", idempotency_key="call-her-2026")
        try:
            client.notes.create(text="Write to her", idempotency_key="call-her-2026")
        except UnprocessableError as error:
            print("The server knows the key:", error.status)
        recording = folder / "call.ogg"
        recording.write_bytes(b"OggS")
        uploaded = client.notes.upload(recording=recording, text="A call")
        found = [note.text for note in client.notes.list(tags=["calls", "letters"])]
        client.notes.export().save(folder / "notes.csv")
        print(created == again, uploaded.id, found, (folder / "notes.csv").read_text().splitlines())


if __name__ == "__main__":
    main(Path.cwd())
'''
PRINTED: Final = [
    "The server knows the key: 422",
    "True note_1 ['Call her', 'Write to him'] ['id,text', 'note_1,Call her']",
]
