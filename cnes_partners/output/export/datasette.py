"""What Datasette shows of an exported SQLite file: titles, descriptions, sources, facets, labels and questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from cnes_partners.database.ask import Relation, relations
from cnes_partners.database.rows import Row, rows
from cnes_partners.database.schema import CITATION, SqlTable, sql_tables
from cnes_partners.dataset.dataset import Dataset
from cnes_partners.output.export.licences import licence_address

DATABASE = "cnes"
"""What Datasette calls the file cnes.sqlite."""

_MOST_FACETS = 4
_PUBLISHERS_NAMED = 3
_LABELS = ("name", "title", "label", "about", "place", "what")

QUERIES = {
    "most_missions": {
        "title": "With whom does CNES share most missions?",
        "sql": "SELECT partner, name, category, agreements, missions FROM partner_summary ORDER BY missions DESC",
    },
    "supplied": {
        "title": "What does a partner supply, and to which missions?",
        "description": "partner is an id (jp, us, esa); without one it is Japan.",
        "sql": "SELECT mission, mission_name, launch_date, status, agency, contribution, source FROM partner_mission"
        " WHERE partner = coalesce(nullif(:partner, ''), 'jp') ORDER BY launch_date",
    },
    "subscriptions": {
        "title": "What did a country subscribe at ESA's ministerial councils?",
        "description": "country is an id (fr, de, it); without one it is France. Amounts are for several years.",
        "sql": "SELECT esa_council.date, place, period, subscription.amount_meur, subscription.share_pct,"
        " subscription.source FROM subscription JOIN esa_council ON esa_council.id = esa_council"
        " WHERE country = coalesce(nullif(:country, ''), 'fr') ORDER BY date",
    },
}


def datasette_metadata(dataset: Dataset, *, database: str = DATABASE) -> dict[str, Any]:
    """Return Datasette's metadata for an export of *dataset* that it serves under the name *database*.

    The sources of a table are those that its records cite, else those of the table that it belongs to.
    """
    about = dataset.metadata
    cited = _cited(rows(dataset)[CITATION])
    return {
        "title": about.title,
        "description": f"{about.citation}. Amounts are million euro at current prices, shares percent.",
        "license": about.licence,
        "license_url": licence_address(about.licence),
        **_source(dataset, sum(cited.values(), Counter())),
        "databases": {
            database: {
                "tables": {entry.name: _table(dataset, entry, cited) for entry in relations()},
                "queries": QUERIES,
            }
        },
    }


def _cited(citations: Sequence[Row]) -> dict[str, Counter[str]]:
    """Return how often the records of each table cite each source."""
    found: dict[str, Counter[str]] = {}
    for _, source, table, *_ in citations:
        found.setdefault(str(table), Counter())[str(source)] += 1
    return found


def _table(dataset: Dataset, relation: Relation, cited: Mapping[str, Counter[str]]) -> dict[str, Any]:
    names = [column.name for column in relation.columns]
    table = sql_tables().get(relation.name)
    owners = table.owners if table else ()
    counts = next((cited[name] for name in (relation.name, *owners) if name in cited), None)
    words = _words(table) - {"id"}
    label = next((name for name in _LABELS if name in names), None)
    return {
        "title": _title(relation.name),
        "description": relation.about,
        "columns": {column.name: column.about for column in relation.columns},
        "facets": [name for name in names if name in words][:_MOST_FACETS],
        **({"label_column": label} if label else {}),
        **(_source(dataset, counts) if counts else {}),
    }


def _title(name: str) -> str:
    """Return a table's name as people write it: esa_council -> "ESA council"."""
    first, *others = name.split("_")
    return " ".join((first.upper() if first in ("esa", "cnes") else first.capitalize(), *others))


def _words(table: SqlTable | None) -> frozenset[str]:
    """Return the columns of a table that hold words of a vocabulary; for a view those of any table."""
    tables = (table,) if table else sql_tables().values()
    return frozenset(
        column.name for entry in tables for column in entry.columns if issubclass(column.values[0], StrEnum)
    )


def _source(dataset: Dataset, counts: Counter[str]) -> dict[str, str]:
    """Return who published what is cited, those most cited first, and the first one's page that is cited most."""
    publishers: Counter[str] = Counter()
    pages: dict[str, str] = {}
    for id, count in counts.most_common():
        source = dataset.source(id)
        publishers[source.publisher] += count
        pages.setdefault(source.publisher, source.url)
    named = [publisher for publisher, _ in publishers.most_common(_PUBLISHERS_NAMED)]
    more = [f"{len(pages) - len(named)} more"] if len(pages) > len(named) else []
    return {"source": ", ".join((*named, *more)), "source_url": pages[named[0]]} if named else {}
