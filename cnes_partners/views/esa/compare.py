"""The view of contributors side by side."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from cnes_partners.queries.esa.compare import ComparedYear, Comparison, ContributorTotal, YearCompared
from cnes_partners.queries.esa.contributors import constant_or_current_meur
from cnes_partners.queries.esa.measures import RankBasis
from cnes_partners.views.charts import LineChart, Point, Series
from cnes_partners.views.esa import columns as money
from cnes_partners.views.esa.contributors import contributor_columns
from cnes_partners.views.esa.pictures import yearly_changes
from cnes_partners.views.esa.standing import is_weak
from cnes_partners.views.levels import levels_of
from cnes_partners.views.sections import Picture
from cnes_partners.views.view import Column, View, column
from cnes_partners.views.words import Words


def compare_view(answer: Comparison, say: Words) -> View:
    """Return contributors side by side: who is first each year, sums and growth; years without a figure stay empty."""
    lines = answer.lines
    if not lines:
        columns = contributor_columns(say, kind=ComparedYear)
        return View(title=say("Nothing on record for these years"), columns=columns, records=())
    return View(
        title=say("Contributions to ESA's budget, side by side ({measure})", measure=say.word(lines[0].measure)),
        columns=contributor_columns(say, kind=ComparedYear, prices_of=lines[0].prices_of),
        records=lines,
        sections=(_years(answer, say), _totals(answer.totals, say)),
        pictures=_pictures(answer, say),
        notes=tuple(_notes(answer, say)),
    )


def _notes(answer: Comparison, say: Words) -> Iterator[str]:
    lines = answer.lines
    for note in money.measures_note([line.measure for line in lines], say):
        yield say("All on one measure. {measure}", measure=note)
    if contested := sorted({str(line.year) for line in lines if line.is_contested}):
        yield say("Several figures of one measure in {years}: none is ranked or added.", years=", ".join(contested))
    if gaps := say.apart(_gaps(answer, say)):
        yield say("No amount on record: {gaps}.", gaps=gaps)
    yield from money.prices_note(answer.prices, lines[0].prices_of, say)


def _gaps(answer: Comparison, say: Words) -> Iterator[str]:
    """Yield each contributor and its years without an amount; a year with several amounts is not one of them."""
    name = money.named(say, "contributor")
    contested = {(line.contributor, line.year) for line in answer.lines if line.is_contested}
    for total in answer.totals:
        years = [str(year) for year in total.gaps if (total.contributor, year) not in contested]
        if years:
            yield f"{name(total)} {', '.join(years)}"


def _years(answer: Comparison, say: Words) -> View:
    """Return a row for each year from the first to the last, a column for each contributor, and who is first."""
    return View(
        title=_amounts_title(answer.lines[0].prices_of, say),
        columns=(
            *_year_columns(answer, say),
            column(
                "first",
                say("First"),
                lambda row: _first(row, len(answer.contributors), say),
                value=lambda row: "",
                keep=True,
            ),
        ),
        records=answer.years,
    )


def _year_columns(answer: Comparison, say: Words) -> tuple[Column, ...]:
    weak = {source.id for source in answer.sources if is_weak(source)}
    contributors = (_contributor(contributor, weak, say) for contributor in answer.contributors)
    return (column("year", say("Year"), is_number=True, keep=True), *contributors)


def wide_view(answer: Comparison, say: Words) -> View:
    """Return a row for each year, a column for each contributor: its amount, none where several figures are known."""
    view = compare_view(answer, say)
    return replace(view, columns=_year_columns(answer, say), records=answer.years, sections=())


def _amounts_title(prices_of: int | None, say: Words) -> str:
    if prices_of is None:
        return say("Year by year, in million euro; where no amount is known, the stated share")
    return say("Year by year, in million euro of {year}; where no amount is known, the stated share", year=prices_of)


def _contributor(contributor: str, weak: Collection[str], say: Words) -> Column:
    def text(row: YearCompared) -> str:
        lines = [line for line in row.lines if line.contributor == contributor]
        return " / ".join(f"{'*' if line.source in weak else ''}{_figure(line, say)}" for line in lines) or "–"

    def amount(row: YearCompared) -> float | None:
        amounts = [constant_or_current_meur(line) for line in row.lines if line.contributor == contributor]
        return amounts[0] if len(amounts) == 1 else None

    name = contributor.replace("-", "_")
    return column(contributor, say.party(contributor), text, name=name, value=amount, is_number=True)


def _figure(line: ComparedYear, say: Words) -> str:
    if constant_or_current_meur(line) is not None:
        return money.constant_or_current_text(line, say)
    return say("{share} %", share=money.share_text(line, say)) if line.share_pct is not None else "–"


def _first(row: YearCompared, compared: int, say: Words) -> str:
    """Return who is first, among how many where not all are known, by what where not by amount; "–" with no rival."""
    placed = [line for line in row.lines if line.place == 1]
    if not placed:
        return "–"
    name = " = ".join(money.named(say, "contributor")(line) for line in placed)
    if placed[0].placed < compared:
        name = say("{name}, of {count} known", name=name, count=placed[0].placed)
    return say("{name}, by stated share", name=name) if placed[0].placed_by is RankBasis.SHARE else name


def _totals(totals: Sequence[ContributorTotal], say: Words) -> View:
    def period(total: ContributorTotal) -> str:
        return say("{years} of {first}-{last}", years=total.years, first=total.from_year, last=total.to_year)

    def added(total: ContributorTotal) -> str:
        return say.computed(total.cumulative_meur, is_approximate=total.approximate)

    return View(
        title=say("Over the years that are known"),
        columns=(
            column("contributor", say("Contributor"), money.named(say, "contributor"), keep=True),
            column("years", say("Years known"), period, is_number=True, drop=1),
            column("cumulative_meur", say("Sum (M€)"), added, is_number=True),
            column(
                "mean_annual_growth_pct",
                say("Growth a year (%)"),
                lambda total: say.change(total.mean_annual_growth_pct),
                is_number=True,
            ),
            column("years_first", say("Years first"), is_number=True),
        ),
        records=tuple(totals),
        notes=(say("Sums leave out the years without a figure, which differ: compare them with care."),),
    )


def _pictures(answer: Comparison, say: Words) -> tuple[Picture, ...]:
    """Return the contributors' lines over the years, and what each changed from year to year, on one scale."""
    lines = answer.lines
    sources = tuple(line.source for line in lines)
    measure = say.word(lines[0].measure)
    unit = say("million euro {measure}", measure=measure)
    if lines[0].prices_of is not None:
        unit = say("million euro {measure}, in euros of {year}", measure=measure, year=lines[0].prices_of)
    every = tuple(series for contributor in answer.contributors if (series := _series(contributor, lines, say)).points)
    chart = LineChart(
        series=every,
        levels=levels_of((point.value for series in every for point in series.points), say),
        value_label=unit,
        year_label=say("Year"),
        sources=sources,
    )
    title = say("Contributions to ESA's budget, side by side ({measure})", measure=measure)
    return (
        *((Picture(title=title, chart=chart),) if chart.series else ()),
        *_changes(answer, say, sources),
    )


def _series(contributor: str, lines: Sequence[ComparedYear], say: Words) -> Series:
    points = (
        Point(year=line.year, value=amount, text=money.constant_or_current_text(line, say))
        for line in lines
        if line.contributor == contributor
        and not line.is_contested
        and (amount := constant_or_current_meur(line)) is not None
    )
    return Series(name=say.party(contributor), points=tuple(points))


def _changes(answer: Comparison, say: Words, sources: tuple[str, ...]) -> Iterator[Picture]:
    """Yield a chart of changes for each contributor; all have one scale, or the eye would compare them wrongly."""
    charts = {
        contributor: yearly_changes([line for line in answer.lines if line.contributor == contributor], say)
        for contributor in answer.contributors
    }
    every = tuple(bar for chart in charts.values() for bar in chart.bars)
    for contributor, chart in charts.items():
        if chart.bars:
            title = say("Change on the year before: {name}", name=say.party(contributor))
            yield Picture(title=title, chart=replace(chart, beside=every, sources=sources))
