"""Tables: quiet and fitted on a terminal, the same uncoloured and uncut off it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from cnes_partners.errors import UsageError
from cnes_partners.model.language import Language
from cnes_partners.output.formats import bound
from cnes_partners.output.formats.look import Look
from cnes_partners.output.formats.table.page import texts
from cnes_partners.output.terminal import Screen
from cnes_partners.views.charts import Bar, BarChart
from cnes_partners.views.sections import Fields, Lines, Picture
from cnes_partners.views.shape import shape
from cnes_partners.views.view import View, column


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    id: str
    name: str
    what: str = ""
    amount_meur: float | None = None
    source: str = "a-page"


COLUMNS = (
    column("id", "ID", keep=True),
    column("name", "Name", keep=True),
    column("what", "What", wraps=True, drop=3),
    column("amount_meur", "Amount (M€)", is_number=True, drop=1),
    column("source", "Source", drop=2),
)
ROWS = (
    Row(id="swot", name="SWOT", what="a satellite that measures the height of water", amount_meur=1174),
    Row(id="neo", name="[neo] [red]not red[/red]", what="a probe"),
)
VIEW = View(title="2 missions", columns=COLUMNS, records=ROWS)
OFF = Screen(width=None, has_colour=False)


def table_text(view: View, screen: Screen, *, has_header: bool = True, language: Language = Language.ENGLISH) -> str:
    return "".join(texts(view, Look(screen=screen, has_header=has_header, language=language)))


def test_a_table_off_a_terminal_is_uncut() -> None:
    """Nothing is coloured, wrapped or cut, and data is never read as markup."""
    assert table_text(VIEW, OFF) == (
        "2 missions\n"
        "ID    Name                      What                                           Amount (M€)  Source\n"
        "──────────────────────────────────────────────────────────────────────────────────────────────────\n"
        "swot  SWOT                      a satellite that measures the height of water         1174  a-page\n"
        "neo   [neo] [red]not red[/red]  a probe                                                  –  a-page\n"
    )


@pytest.mark.parametrize("has_colour", [False, True])
def test_off_a_terminal_no_text_is_too_long(has_colour: bool) -> None:
    """Titles, values, lines, notes and cells of any length stand in one line, uncut."""
    long = "a word " * 30_000
    view = View(
        title=f"{long}title",
        columns=COLUMNS,
        records=ROWS,
        sections=(
            Fields(pairs=(("Label", f"{long}value"),)),
            Lines(lines=(f"{long}line",)),
            View(
                title="", columns=COLUMNS, records=(Row(id="x", name="X", what=f"{long}cell"),), notes=(f"{long}note",)
            ),
        ),
    )
    lines = table_text(view, Screen(width=None, has_colour=has_colour)).splitlines()
    ends = ("title", "value", "line", "cell", "note")
    assert [sum(f"{long}{end}" in line for line in lines) for end in ends] == [1] * 5


def test_a_narrow_terminal_leaves_columns_out_and_says_so() -> None:
    """Text wraps, then columns go; a last line names them."""
    assert table_text(VIEW, Screen(width=60, has_colour=False)) == (
        "2 missions\n"
        "ID    Name                      Amount (M€)  Source\n"
        "───────────────────────────────────────────────────\n"
        "swot  SWOT                             1174  a-page\n"
        "neo   [neo] [red]not red[/red]            –  a-page\n"
        "\nNo room for: What (-f json has all)\n"
    )


def test_each_table_says_what_it_had_no_room_for() -> None:
    """Of several tables in an answer, each names its own columns below it."""
    view = View(title="", columns=COLUMNS, records=ROWS, sections=(VIEW, replace(VIEW, columns=COLUMNS[:3])))
    assert table_text(view, Screen(width=50, has_colour=False)) == (
        "\n2 missions\n"
        "ID    Name                      Amount (M€)\n"
        "───────────────────────────────────────────\n"
        "swot  SWOT                             1174\n"
        "neo   [neo] [red]not red[/red]            –\n"
        "No room for: What, Source (-f json has all)\n"
        "\n2 missions\n"
        "ID    Name                      What\n"
        "──────────────────────────────────────────────────\n"
        "swot  SWOT                      a satellite that\n"
        "                                measures the\n"
        "                                height of water\n"
        "neo   [neo] [red]not red[/red]  a probe\n"
    )


def test_the_note_on_a_column_goes_with_it() -> None:
    """A table explains the words of a column where it shows the column, and only there."""
    explained = replace(COLUMNS[2], note="What: in a few words.")
    view = View(title="", columns=(*COLUMNS[:2], explained), records=ROWS, notes=("A note.",))
    assert table_text(view, OFF).splitlines()[-2:] == ["A note.", "What: in a few words."]
    narrow = table_text(view, Screen(width=40, has_colour=False))
    assert narrow.splitlines()[-2:] == ["A note.", "No room for: What (-f json has all)"]
    assert "in a few words" not in table_text(shape(view, columns=["id"]), OFF)
    assert "in a few words" not in table_text(replace(view, records=()), OFF)


def test_the_last_line_speaks_french() -> None:
    """What the table says of itself is in the reader's language."""
    shown = table_text(VIEW, Screen(width=66, has_colour=False), language=Language.FRENCH)
    assert shown.splitlines()[-1] == "Pas de place pour\u00a0: What (-f json donne tout)"


def test_rows_that_fit_no_table_stand_one_below_the_other() -> None:
    """Each under its name: nothing that was asked for is left out or broken, and there is room for more."""
    names = (Row(id="india-france-surveillance", name="A name", what="a satellite", amount_meur=5), ROWS[0])
    columns = (COLUMNS[0], *(replace(entry, drop=0) for entry in COLUMNS[2:]), COLUMNS[1])
    view = View(title="2 missions", columns=columns, records=names)
    assert table_text(view, Screen(width=38, has_colour=False)) == (
        "2 missions\n\n"
        "india-france-surveillance\n"
        "  What         a satellite\n"
        "  Amount (M€)  5\n"
        "  Source       a-page\n"
        "  Name         A name\n\n"
        "swot\n"
        "  What         a satellite that\n"
        "               measures the height of\n"
        "               water\n"
        "  Amount (M€)  1174\n"
        "  Source       a-page\n"
        "  Name         SWOT\n"
    )
    assert table_text(view, Screen(width=38, has_colour=False), has_header=False).startswith(
        "\nindia-france-surveillance\n  a satellite\n  5\n  a-page\n  A name\n"
    )


def test_a_word_that_is_too_long_for_its_place_stands_below_its_label() -> None:
    """An id or an address is never broken: it has a line of its own, from the edge where even that is too short."""
    pairs = (
        ("Status", "operational, as of 2025 [an-operational-status-of-2025-01]"),
        ("Address", f"https://example.org/{'x' * 30}"),
        ("Kind", "mission"),
    )
    view = View(title="", columns=COLUMNS, records=ROWS, sections=(Fields(pairs=pairs),))
    assert table_text(view, Screen(width=40, has_colour=False)) == (
        "\nStatus\n  operational, as of 2025\n  [an-operational-status-of-2025-01]\n"
        f"Address\nhttps://example.org/{'x' * 30}\n"
        "Kind     mission\n"
    )


def test_on_a_very_narrow_screen_texts_stand_below_their_labels() -> None:
    """Twelve columns for a text are little; then it has the whole line."""
    fields = Fields(pairs=(("Destination", "low Earth orbit"),))
    view = View(title="", columns=COLUMNS, records=ROWS, sections=(fields,))
    assert table_text(view, Screen(width=20, has_colour=False)) == "\nDestination\n  low Earth orbit\n"


def test_long_text_wraps_in_its_column() -> None:
    """A wrapped cell stays in its column."""
    assert table_text(VIEW, Screen(width=86, has_colour=False)).splitlines()[3:5] == [
        "swot  SWOT                      a satellite that measures the             1174  a-page",
        "                                height of water",
    ]


@pytest.mark.parametrize("width", [1, 20, 40, 80, 120, 300, 10_000])
def test_ids_and_names_are_whole_at_any_width(width: int) -> None:
    """No width cuts an id or a name: read without spaces and line ends, both are there."""
    shown = table_text(VIEW, Screen(width=width, has_colour=False))
    assert "swot" in shown
    assert "SWOT" in shown
    assert max(map(len, shown.splitlines())) <= max(width, 20)


def test_colour_is_one_accent() -> None:
    """Bold and dim for structure, one accent colour for titles and ids."""
    shown = table_text(VIEW, Screen(width=120, has_colour=True))
    codes = {part.split("m")[0] for part in shown.split("\x1b[")[1:]}
    assert codes == {"0", "1", "1;36", "2", "36"}


def test_without_colour_there_is_no_escape() -> None:
    """A screen without colour gets no escape code at all."""
    assert "\x1b" not in table_text(VIEW, Screen(width=80, has_colour=False))


@pytest.mark.parametrize(("encoding", "rule"), [("ascii", "-"), ("cp1252", "-"), ("utf-8", "─")])
def test_the_rule_is_drawn_with_what_the_stream_has(encoding: str, rule: str) -> None:
    """The rule falls back to ASCII, and columns stay aligned where a stand-in is longer than its sign."""
    lines = table_text(VIEW, Screen(width=None, has_colour=False, encoding=encoding)).splitlines()
    assert set(lines[2]) == {rule}
    assert {line.index("a-page") for line in lines[3:]} == {lines[1].index("Source")}


def test_control_characters_do_not_reach_the_screen() -> None:
    """A name with a terminal escape is shown, not obeyed."""
    view = View(title="\x1b]0;owned\x07", columns=COLUMNS, records=(Row(id="x", name="a\x1b[31mb"),))
    shown = table_text(view, OFF)
    assert "\x1b" not in shown
    assert "\\x1b[31mb" in shown


def test_lists_have_a_hanging_indent() -> None:
    """What wraps of a list's line is indented, and addresses are not broken."""
    lines = ("[a-page] An agency: a title that is longer than a line", f"  https://example.org/{'x' * 40}")
    view = View(
        title="Sea", columns=COLUMNS, records=ROWS, sections=(Lines(title="Sources", lines=lines, is_list=True),)
    )
    assert table_text(view, Screen(width=40, has_colour=False)) == (
        f"Sea\n\nSources\n[a-page] An agency: a title that is\n  longer than a line\n  https://example.org/{'x' * 40}\n"
    )


def test_fields_are_aligned() -> None:
    """Labels stand in one column; what wraps of a value stays under it."""
    view = View(
        title="Sea",
        columns=COLUMNS,
        records=ROWS,
        sections=(Fields(pairs=(("Status", "completed"), ("Note", "a note that is longer than its line allows"))),),
    )
    assert table_text(view, Screen(width=44, has_colour=False)) == (
        "Sea\n\nStatus  completed\nNote    a note that is longer than its line\n        allows\n"
    )


def test_pictures_are_never_wrapped() -> None:
    """A chart's lines stay as they were drawn."""
    chart = BarChart(bars=(Bar(label="a b", value=1.0, text="c d"),), value_label="M€", label_label="")
    view = View(title="Bars", columns=COLUMNS, records=ROWS, sections=(Picture(title="", chart=chart),))
    assert table_text(view, Screen(width=20, has_colour=False)) == f"Bars\n\n    M€\na b │{'█' * 31} c d\n"


def test_groups_line_up() -> None:
    """The tables of groups have the same columns and widths."""
    view = View(title="", columns=COLUMNS[:2], records=ROWS, group=lambda row: row.id.upper())
    assert table_text(view, OFF) == (
        "\nSWOT\nID    Name\n──────────────────────────────\nswot  SWOT\n"
        "\nNEO\nID    Name\n──────────────────────────────\nneo   [neo] [red]not red[/red]\n"
    )


def test_without_a_header_only_rows_are_left() -> None:
    """--no-header leaves title, header, rule and notes out."""
    view = View(title="2 missions", columns=COLUMNS[:2], records=ROWS, notes=("a note",))
    assert table_text(view, OFF, has_header=False) == "swot  SWOT\nneo   [neo] [red]not red[/red]\n"


def test_a_number_is_never_broken_at_its_thousands() -> None:
    """No line ends at a space that forbids it: French sets thousands apart with one."""
    lines = Lines(lines=tuple(f"{'x' * width} 14\u202f511\xa0M€" for width in range(10, 40)))
    shown = table_text(View(title="", columns=(), records=(), sections=(lines,)), Screen(width=40, has_colour=False))
    assert shown.count("14\u202f511\xa0M€\n") == 30


@pytest.mark.parametrize("text", ["18,4 %", "1,174 M€", "oui ;", "a »"])
def test_no_line_begins_with_a_unit_or_a_sign(text: str) -> None:
    """A plain space before one forbids a break, too, and stays a plain space."""
    row = Row(id="x", name="y", what=f"a share of {text} and more")
    view = View(title="", columns=(column("what", "What", wraps=True),), records=(row,))
    for width in range(20, 40):
        assert text in table_text(view, Screen(width=width, has_colour=False))


def test_a_number_is_whole_where_its_space_is_a_plain_one() -> None:
    """A stream that lacks the space that forbids a break gets a plain one, after the lines were made."""
    row = Row(id="x", name="y", what="a sum of 14\u202f511\xa0M€")
    view = View(title="", columns=(column("what", "What", wraps=True),), records=(row,))
    for width in range(20, 40):
        assert "14 511 MEUR" in table_text(view, Screen(width=width, has_colour=False, encoding="ascii"))


def test_no_rows_make_no_table() -> None:
    """Where nothing is listed there is no header to list it under."""
    assert table_text(View(title="0 missions", columns=COLUMNS, records=()), OFF) == "0 missions\n"


def test_chosen_columns_wrap_rather_than_go() -> None:
    """What somebody asked for by --columns is shown, if it must in several lines."""
    chosen = shape(VIEW, columns=("what", "source", "id"))
    assert table_text(chosen, Screen(width=44, has_colour=False)) == (
        "2 missions\n"
        "What                            Source  ID\n"
        "────────────────────────────────────────────\n"
        "a satellite that measures the   a-page  swot\n"
        "height of water\n"
        "a probe                         a-page  neo\n"
    )


def test_a_table_off_a_terminal_is_the_one_of_a_wide_terminal() -> None:
    """Rows that need no Rich are laid out as Rich lays them out: wide letters, several lines, titles and all."""
    rows = (
        Row(id="a", name="望遠鏡", what="one\ntwo", amount_meur=1),
        Row(id="b", name="M€ ½", what="", amount_meur=22),
    )
    view = View(title="", columns=COLUMNS, records=rows)
    assert table_text(view, OFF) == table_text(view, Screen(width=200, has_colour=False))


def test_a_table_that_nobody_could_read_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """One long cell widens the column of every row; the bound counts what would be written, wrapped or not."""
    monkeypatch.setattr(bound, "MOST_CHARACTERS", 10_000)
    rows = (Row(id="a", name="x" * 1_000), *(Row(id=f"{n}", name="y") for n in range(20)))
    view = View(title="", columns=COLUMNS[:2], records=rows)
    with pytest.raises(UsageError, match="ask for less, or for -f csv"):
        table_text(view, OFF)
    assert table_text(view, Screen(width=40, has_colour=False)).count("\n") == 43
