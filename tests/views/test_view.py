"""Views: what columns there are, and how rows are chosen, sorted and cut."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest

from cnes_partners.errors import UsageError
from cnes_partners.model.dates import PartialDate
from cnes_partners.model.spelling import filed
from cnes_partners.views.sections import Lines
from cnes_partners.views.shape import as_read, shape
from cnes_partners.views.view import View, column, every_column, field_at, flat_keys, plain_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    date: PartialDate | None = None
    site: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Craft:
    id: str
    mass_kg: float | None = None
    start: Start | None = None
    aliases: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()


CRAFTS = (
    Craft(id="b", mass_kg=9, start=Start(date=PartialDate("2022-12")), aliases=("Élan",)),
    Craft(id="a", mass_kg=10.5, start=Start(date=PartialDate("2022")), parts=(Part(name="arm"),)),
    Craft(id="c", aliases=("elk",)),
    Craft(id="d", mass_kg=9, aliases=("Zoé",)),
)
VIEW = View(
    title="Crafts",
    columns=every_column(Craft, (column("id", "ID", keep=True), column("parts", "Parts", value=lambda craft: ("n",)))),
    records=CRAFTS,
    group=lambda craft: craft.id,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    id: str
    name: str | None
    name_fr: str | None


NAMED = (
    Named(id="et", name="Ethiopia", name_fr="Éthiopie"),
    Named(id="us", name="United States", name_fr="États-Unis"),
    Named(id="de", name="Germany", name_fr="Allemagne"),
    Named(id="xx", name=None, name_fr=None),
)


def _in_french(**more: Any) -> View:
    columns = (column("id", "Id."), column("name", "Nom", lambda row: row.name_fr or "–"))
    return View(title="", columns=columns, records=NAMED, **more)


def test_people_find_names_in_the_order_of_those_they_see() -> None:
    """The order that a view names is that of its language; without one rows stay as they are."""
    view = _in_french(order=lambda row: filed(row.name_fr or "zz"))
    assert ids(as_read(view)) == ["de", "us", "et", "xx"]
    assert ids(as_read(_in_french())) == ids(view) == ["et", "us", "de", "xx"]
    section = as_read(View(title="", columns=(), records=(), sections=(view,))).sections[0]
    assert isinstance(section, View)
    assert ids(section) == [
        "de",
        "us",
        "et",
        "xx",
    ]


def test_people_sort_by_the_texts_that_they_see() -> None:
    """-s name sorts by the French names where those are shown, unknown ones last; for programs by the value."""
    assert ids(shape(as_read(_in_french()), sort=["name"])) == ["de", "us", "et", "xx"]
    assert ids(shape(_in_french(), sort=["name"])) == ["et", "de", "us", "xx"]


def test_the_series_of_one_record_is_read_in_its_order() -> None:
    """Where rows are a record's series, that is put in order, and the record stays."""
    view = as_read(replace(_in_french(order=lambda row: row.id), series=NAMED, records=("one",), is_single=True))
    assert (ids(view), view.records) == (["de", "et", "us", "xx"], ("one",))


def ids(view: View) -> list[str]:
    return [craft.id for craft in view.rows]


def test_every_flat_field_is_a_column() -> None:
    """One value or a list of words is a column, a list of records is none."""
    assert flat_keys(Craft) == ("id", "mass_kg", "start.date", "start.site", "aliases")
    assert [entry.key for entry in VIEW.columns] == ["id", "parts", "mass_kg", "start.date", "start.site", "aliases"]
    assert [entry.key for entry in VIEW.columns if entry.shown] == ["id", "parts"]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        (["mass_kg"], ["b", "d", "a", "c"]),
        (["-mass_kg"], ["a", "b", "d", "c"]),
        (["start.date"], ["a", "b", "c", "d"]),
        (["-start.date"], ["b", "a", "c", "d"]),
        (["aliases"], ["b", "c", "d", "a"]),
        (["mass_kg", "-id"], ["d", "b", "a", "c"]),
    ],
)
def test_sorting_is_by_value_and_unknown_comes_last(sort: list[str], expected: list[str]) -> None:
    """9 before 10.5, 2022 before 2022-12, Élan before elk before Zoé; equal rows keep their order."""
    assert ids(shape(VIEW, sort=sort)) == expected


def test_sorting_by_a_column_that_is_not_chosen() -> None:
    """--columns says what is shown, not what can be sorted by."""
    shaped = shape(VIEW, columns=["id"], sort=["-mass_kg"], limit=1)
    assert (ids(shaped), [entry.key for entry in shaped.columns]) == (["a"], ["id"])


def test_chosen_columns_are_shown_once_in_the_order_given() -> None:
    """Columns that a table leaves out are shown when they are chosen."""
    shaped = shape(VIEW, columns=["mass_kg", "id", "mass_kg"])
    assert [(entry.key, entry.shown) for entry in shaped.columns] == [("mass_kg", True), ("id", True)]
    assert shaped.group is None


@pytest.mark.parametrize("options", [{"columns": ["weight"]}, {"sort": ["-weight"]}])
def test_an_unknown_column_lists_those_there_are(options: Any) -> None:
    """The message says what can be asked for."""
    message = "No column is called 'weight'. Columns: id, parts, mass_kg, start_date, start_site, aliases."
    with pytest.raises(UsageError) as caught:
        shape(VIEW, **options)
    assert str(caught.value) == message


def test_cutting_keeps_groups_and_asking_nothing_changes_nothing() -> None:
    """A limit takes the first rows; no option gives the view itself."""
    assert shape(VIEW) is VIEW
    cut = shape(VIEW, limit=2)
    assert (ids(cut), cut.group) == (["b", "a"], VIEW.group)
    assert ids(shape(VIEW, limit=0)) == []


def test_one_record_keeps_its_sections_unless_columns_are_chosen() -> None:
    """There is nothing to sort or cut in one record."""
    single = View(
        title="a", columns=VIEW.columns, records=CRAFTS[:1], is_single=True, sections=(Lines(lines=("text",)),)
    )
    assert shape(single, sort=["id"], limit=0) is single
    chosen = shape(single, columns=["id"])
    assert (chosen.is_single, chosen.sections, ids(chosen)) == (True, (), ["b"])


def test_a_record_that_is_no_row_gives_way_to_its_series() -> None:
    """Choosing columns of an answer with a series speaks of the series."""
    single = View(title="a", columns=VIEW.columns, records=("whole",), is_single=True, series=CRAFTS)
    assert single.rows == CRAFTS
    shaped = shape(single, sort=["id"], limit=3)
    assert (shaped.records, shaped.is_single, shaped.series) == ((CRAFTS[1], CRAFTS[0], CRAFTS[2]), False, None)


def test_a_field_is_what_json_holds_and_another_column_its_value() -> None:
    """-C partners -f json gives the records that the whole JSON holds at "partners"."""
    by_key = {entry.key: entry for entry in VIEW.columns}
    assert field_at(CRAFTS[1], by_key["parts"]) == (Part(name="arm"),)
    assert field_at(CRAFTS[1], by_key["start.date"]) == "2022"
    assert field_at(CRAFTS[2], by_key["start.date"]) is None
    assert field_at(CRAFTS[1], column("count", "Count", value=lambda craft: 7)) == 7


def test_values_read_plainly() -> None:
    """Unknown is a dash, a list has commas, true is yes."""
    values = [plain_text(value) for value in (None, (), ("a", "b"), True, False, 1.5, "x")]
    assert values == ["–", "–", "a, b", "yes", "no", "1.5", "x"]
