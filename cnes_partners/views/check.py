"""Views of what is wrong with a dataset, what has aged in it, and how full it is."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from cnes_partners.errors import Exit, Problem
from cnes_partners.model.controls import on_one_line
from cnes_partners.rules.every import Report
from cnes_partners.rules.survey import AgedFact, Coverage
from cnes_partners.views.sections import Lines
from cnes_partners.views.sentences import fault, problem_line
from cnes_partners.views.view import UNKNOWN, View, column, every_column
from cnes_partners.views.words import Words


def problems_view(report: Report, say: Words) -> View:
    """Return every problem on a line as compilers write them, so that editors jump to it."""
    columns = (
        column("file", say("File"), keep=True),
        column("line", say("Line"), is_number=True, keep=True),
        column("record", say("Record"), keep=True),
        column("field", say("Field"), drop=1),
        column("message", say("Problem"), lambda problem: fault(problem, say), wraps=True, keep=True),
    )
    problems = report.problems
    lines = Lines(lines=tuple(on_one_line(problem_line(problem, say)) for problem in problems), is_list=True)
    note = say("Checked is the YAML in {folder}; answers are read from what was compiled of it.", folder=report.source)
    return View(
        title=_summary(report, say),
        columns=every_column(Problem, columns),
        records=problems,
        sections=(lines,) if problems else (),
        notes=(note,) if report.source else (),
        exit_code=Exit.INVALID_DATASET if problems else Exit.DONE,
    )


def _summary(report: Report, say: Words) -> str:
    return say(
        "{problems} ({records} with {values} in {tables} held against {rules})",
        problems=say.counted(report.total, "{count} problem", "{count} problems"),
        records=say.counted(report.records, "{count} record", "{count} records"),
        values=say.counted(report.values, "{count} value", "{count} values"),
        tables=say.counted(report.tables, "{count} table", "{count} tables"),
        rules=say.counted(report.rules, "{count} rule", "{count} rules"),
    )


def aged_view(facts: Sequence[AgedFact], say: Words, *, years: int) -> View:
    """Return the facts that are older than so many years, the oldest first."""
    columns = (
        column("as_of", say("As of"), lambda fact: say.date(fact.as_of), keep=True),
        column("table", say("Table"), drop=2),
        column("record", say("Record"), keep=True),
        column("field", say("Field"), drop=1),
        column("value", say("Value"), lambda fact: _aged_value(fact, say), wraps=True),
        column("file", say("File"), drop=3),
        column("line", say("Line"), is_number=True, drop=4),
    )
    title = say.counted(
        years,
        "Facts that were last known more than {count} year ago: {facts}",
        "Facts that were last known more than {count} years ago: {facts}",
        facts=say.number(len(facts)),
    )
    return View(title=title, columns=columns, records=tuple(facts))


def _aged_value(fact: AgedFact, say: Words) -> str:
    if isinstance(fact.value, StrEnum):
        return say.word(fact.value)
    return say.either(fact.value or UNKNOWN, fact.value_fr)


def coverage_view(lines: Sequence[Coverage], say: Words) -> View:
    """Return how full each field of each table is, and how much of it has a primary source."""
    columns = (
        column("table", say("Table"), keep=True),
        column("field", say("Field"), lambda line: line.field or say("(whole record)"), keep=True),
        column("records", say("Records"), is_number=True, drop=2),
        column("filled", say("Filled"), is_number=True, drop=1),
        column("filled_pct", "%", lambda line: say.number(line.filled_pct, decimals=1), is_number=True, keep=True),
        column("sourced", say("With a source"), is_number=True, drop=3),
        column("read", say("Read"), is_number=True, drop=4),
        column("primary", say("Primary"), is_number=True, drop=1),
        column("primary_pct", say("% primary"), lambda line: say.number(line.primary_pct, decimals=1), is_number=True),
    )
    return View(title=say("How full the dataset is"), columns=columns, records=tuple(lines))
