"""The description of a folder of CSV files as a Frictionless Data Package, which other programs read and check."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Any

from cnes_partners.database.schema import SqlColumn, SqlTable, sql_tables
from cnes_partners.dataset.dataset import Dataset
from cnes_partners.decode.schema import DATE_PATTERN
from cnes_partners.model.dates import PartialDate
from cnes_partners.output.export.licences import licence_address

DATA_PACKAGE = "datapackage.json"


def data_package(dataset: Dataset) -> str:
    """Return the text of datapackage.json: what the dataset is, its sources, every table with its fields and keys."""
    about = dataset.metadata
    licence = {"name": about.licence.replace(" ", "-"), "title": about.licence, "path": licence_address(about.licence)}
    package = {
        "profile": "tabular-data-package",
        "name": "cnes-partners",
        "title": about.title,
        "description": f"{about.citation}. Amounts are million euro, shares percent; an empty cell is not known.",
        "version": about.version,
        "created": f"{about.as_of}T00:00:00Z" if about.as_of.day else None,
        "licenses": [_known(licence)],
        "contributors": [{"title": about.author, "role": "author"}] if about.author else None,
        "sources": [{"title": f"{source.publisher}: {source.title}", "path": source.url} for source in dataset.sources],
        "resources": [_resource(table) for table in sql_tables().values()],
    }
    return json.dumps(_known(package), ensure_ascii=False, indent=2) + "\n"


def _known(entries: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in entries.items() if value is not None}


def _resource(table: SqlTable) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "description": table.about,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "primaryKey": table.key.name,
            "foreignKeys": [_foreign_key(table, column) for column in table.columns if column.refers_to],
        },
    }


def _field(column: SqlColumn) -> dict[str, Any]:
    return {
        "name": column.name,
        "description": column.about,
        "type": _type(column.values),
        "constraints": {"required": column.is_required} | _constraints(column.values[0]),
    }


def _type(values: tuple[type, ...]) -> str:
    """Return the type of a field; where there may be numbers and texts it is text."""
    if any(issubclass(value, str) for value in values):
        return "string"
    if float in values:
        return "number"
    return "boolean" if bool in values else "integer"


def _constraints(value: type) -> dict[str, Any]:
    if issubclass(value, StrEnum):
        return {"enum": [str(word) for word in value]}
    return {"pattern": DATE_PATTERN} if issubclass(value, PartialDate) else {}


def _foreign_key(table: SqlTable, column: SqlColumn) -> dict[str, Any]:
    """Return whose key a column holds; a table calls itself ""."""
    other = sql_tables()[column.refers_to or ""]
    return {
        "fields": column.name,
        "reference": {"resource": "" if other.name == table.name else other.name, "fields": other.key.name},
    }
