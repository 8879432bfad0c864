"""Decoding and encoding models, without a connection."""

import json
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Any

import msgspec
from foxreach_client import LeadCreate, LeadImport, LeadPage
from foxreach_client.operations.leads import leads_import_leads
from foxreach_runtime.response.decoding import decoded

from benchmarks.clock import Measure, in_process
from benchmarks.leads import compact, page_of_leads, rows
from benchmarks.others import STOCK, VENDOR, stock_arguments, stock_module, vendor_module
from benchmarks.row import OURS, Comparison, Place, Row

JSON_LOADS = "json.loads"
JSON_DUMPS = "json.dumps"
MSGSPEC = "msgspec"


@contextmanager
def _decoding(place: Place, count: int) -> Generator[Mapping[str, Measure]]:
    content = page_of_leads(max(1, round(count * place.scale)))
    from_dict = stock_module(".models").LeadPage.from_dict
    to_snake, make_lead = vendor_module("._http")._keys_to_snake, vendor_module(".resources.leads")._make_lead
    works: dict[str, Callable[[], object]] = {
        OURS: lambda: decoded(LeadPage, content),
        JSON_LOADS: lambda: json.loads(content),
        VENDOR: lambda: [make_lead(item) for item in to_snake(json.loads(content))["data"]],
        STOCK: lambda: from_dict(json.loads(content)),
    }
    yield {name: in_process(work, place.enough) for name, work in works.items()}


@contextmanager
def _encoding(place: Place) -> Generator[Mapping[str, Measure]]:
    """Measure from existing models to a request that is ready to send."""
    table = rows(max(1, round(1_000 * place.scale)))
    ours = [LeadCreate(**row) for row in table]
    theirs = [stock_lead(row) for row in table]
    ready = stock_request(place)
    encoder, body = msgspec.json.Encoder(), LeadImport(leads=ours)
    wire = {"leads": [lead.to_dict() for lead in theirs]}
    works: dict[str, Callable[[], object]] = {
        OURS: lambda: leads_import_leads(leads=ours),
        STOCK: lambda: ready(theirs),
        JSON_DUMPS: lambda: compact(wire),
        MSGSPEC: lambda: encoder.encode(body),
    }
    yield {name: in_process(work, place.enough) for name, work in works.items()}


@contextmanager
def _encoding_rows(place: Place) -> Generator[Mapping[str, Measure]]:
    """Measure from the rows of a table to a request that is ready to send."""
    table: list[Any] = rows(max(1, round(1_000 * place.scale)))
    ready = stock_request(place)
    works: dict[str, Callable[[], object]] = {
        OURS: lambda: leads_import_leads(leads=table),
        STOCK: lambda: ready([stock_lead(row) for row in table]),
    }
    yield {name: in_process(work, place.enough) for name, work in works.items()}


def stock_lead(row: Mapping[str, Any]) -> Any:
    """Return the stock client's model of *row*."""
    models = stock_module(".models")
    fields = models.LeadCreateCustomFieldsType0.from_dict(row["custom_fields"])
    return models.LeadCreate(**{**row, "custom_fields": fields})


def stock_request(place: Place) -> Callable[[list[Any]], Any]:
    """Return the function that builds the stock client's request from models."""
    client = stock_module().AuthenticatedClient(**stock_arguments(place.base_url)).get_httpx_client()
    arguments = stock_module(".api.leads.leads_import_leads")._get_kwargs
    body = stock_module(".models").LeadImport
    return lambda leads: client.build_request(**arguments(body=body(leads=leads)))


def _decode_row(count: int, title: str) -> Row:
    against = (Comparison(JSON_LOADS, "share", 0.45), Comparison(VENDOR, "times"), Comparison(STOCK, "times"))
    return Row(f"decode-{count}", title, partial(_decoding, count=count), against)


DECODE_100 = _decode_row(100, "Decoding a reply of 100 leads")
DECODE_1000 = _decode_row(1_000, "Decoding a reply of 1,000 leads")
ENCODE = Row(
    "encode",
    "Encoding an import of 1,000 leads, checked",
    _encoding,
    (Comparison(STOCK, "times", 8.0), Comparison(JSON_DUMPS, "share"), Comparison(MSGSPEC, "share")),
)
ENCODE_ROWS = Row(
    "encode-rows",
    "The same from rows of plain values",
    _encoding_rows,
    (Comparison(STOCK, "times"),),
)
