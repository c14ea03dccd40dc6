"""The view of France's part in ESA's money."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from cnes_partners.model.records.prices import PriceIndex
from cnes_partners.model.sentences import translatable
from cnes_partners.model.vocabulary.money import Scope
from cnes_partners.model.vocabulary.sources import FigureBasis
from cnes_partners.queries.esa.contributors import ContributorYear, constant_or_current_meur
from cnes_partners.queries.esa.statistics import EsaStatistics, Figure, FigureKind
from cnes_partners.views.esa import columns as money
from cnes_partners.views.esa.contributors import contributor_columns
from cnes_partners.views.esa.councils import subscriptions_view
from cnes_partners.views.esa.pictures import bar_chart, year_bars, yearly_changes
from cnes_partners.views.sections import Fields, Picture
from cnes_partners.views.sentences import said
from cnes_partners.views.view import Column, View, column
from cnes_partners.views.words import Words


def statistics_view(answer: EsaStatistics, prices: Sequence[PriceIndex], say: Words) -> View:
    """Return France's part in ESA's money: chart, latest year, series, councils; CNES's statement beside ESA's."""
    prices_of = answer.latest.prices_of
    statement = View(
        title=say("What CNES states for {year}", year=answer.statement_year),
        columns=_figure_columns(say),
        records=answer.cnes_statement,
    )
    budget_says = View(
        title=say("What ESA's budget of {year} says", year=answer.statement_year),
        columns=_figure_columns(say),
        records=answer.esa_figures,
        notes=(say("Why they differ: cnes-partners claims esa-share-{year}", year=answer.statement_year),),
    )
    columns = contributor_columns(say, prices_of=prices_of)
    series = View(
        title=say("France in ESA's budget, year by year (due)"),
        columns=money.hidden(columns, "contributor", "measure"),
        records=answer.series,
        notes=(
            money.gap_note((line.year for line in answer.series if line.amount_meur is not None), say),
            *money.prices_note(prices, prices_of, say),
        ),
    )
    councils = subscriptions_view(
        answer.subscriptions, say, title=say("France's subscriptions at ministerial councils")
    )
    pictures = _pictures(answer, say)
    return View(
        title=say("France's part in ESA's budget"),
        columns=columns,
        records=(answer,),
        is_single=True,
        series=answer.series,
        sections=(_latest(answer, say), *pictures[:1], series, statement, budget_says, councils),
        pictures=pictures,
    )


def _pictures(answer: EsaStatistics, say: Words) -> tuple[Picture, ...]:
    """Return France's amounts as bars, an empty row for each year without one, and the changes."""
    known = [line for line in answer.series if line.amount_meur is not None]
    unit = say("million euro due (rank among the members whose amount is known)")
    if (prices_of := answer.latest.prices_of) is not None:
        unit = say("million euro due, in euros of {year} (rank among the members known)", year=prices_of)
    bars = year_bars(known, constant_or_current_meur, partial(_amount_and_rank, say=say), missing=say("no amount"))
    amounts = bar_chart(bars, say, unit=unit, of=say("Year"), lines=known)
    changes = yearly_changes(known, say)
    pictures = (
        Picture(title=say("France in ESA's budget"), chart=amounts),
        Picture(title=say("Change on the year before"), chart=changes),
    )
    return pictures if changes.bars else pictures[:1]


def _amount_and_rank(line: ContributorYear, say: Words) -> str:
    amount = money.constant_or_current_text(line, say)
    return f"{amount} ({line.rank})" if line.rank else amount


def _latest(answer: EsaStatistics, say: Words) -> Fields:
    line = answer.latest
    change = say("{share} %", share=say.change(line.change_pct)) if line.change_pct is not None else "–"
    pairs = (
        (say("Latest year"), _latest_amount(line, say)),
        (say("Share of the total"), _share(line.share_of_total_pct, say)),
        (say("Share of the members' part"), _members_share(line, say)),
        (say("Rank among members"), money.rank_text(line, say)),
        (say("Change on the year before"), _in_euros_of(line.prices_of, change, say)),
    )
    return Fields(pairs=(*pairs, *_growth(answer, say)))


def _latest_amount(line: ContributorYear, say: Words) -> str:
    """Return the amount due and, where it is known, what it is in constant euros."""
    amount = money.meur_text(line, say)
    if line.real_meur is None:
        return say("{year}: {amount} M€ due [{source}]", year=line.year, amount=amount, source=line.source)
    return say(
        "{year}: {amount} M€ due, {real} M€ of {prices_of} [{source}]",
        year=line.year,
        amount=amount,
        real=money.meur_text(line, say, "real_meur"),
        prices_of=line.prices_of,
        source=line.source,
    )


def _in_euros_of(prices_of: int | None, text: str, say: Words) -> str:
    return text if prices_of is None else say("{growth}, in euros of {year}", growth=text, year=prices_of)


def _growth(answer: EsaStatistics, say: Words) -> tuple[tuple[str, str], ...]:
    growth = answer.growth
    if growth is None:
        return ()
    amount = say.number if growth.prices_of is None else say.computed
    text = say(
        "{rate} % a year, {first} to {last} ({from_meur} to {to_meur} M€, due)",
        rate=say.change(growth.mean_annual_growth_pct),
        first=growth.from_year,
        last=growth.to_year,
        from_meur=amount(growth.from_meur, is_approximate=growth.from_approximate),
        to_meur=amount(growth.to_meur, is_approximate=growth.to_approximate),
    )
    return ((say("Mean annual growth"), _in_euros_of(growth.prices_of, text, say)),)


def _share(value: float | None, say: Words) -> str:
    return "–" if value is None else say("{value} % (computed)", value=say.number(value, decimals=1))


def _members_share(line: ContributorYear, say: Words) -> str:
    """Return the share of the members' part as its source states it and as it computes, both where both exist."""
    stated = line.share_pct if line.share_of is Scope.MEMBER_PART else None
    parts = (
        say("{value} % (stated)", value=say.number(stated)) if stated is not None else None,
        _share(line.share_of_members_pct, say) if line.share_of_members_pct is not None else None,
    )
    return ", ".join(part for part in parts if part) or "–"


def _basis(figure: Figure, say: Words) -> str:
    return said(figure.arithmetic, say) if figure.arithmetic else say.word(figure.basis)


def _figure_columns(say: Words) -> tuple[Column, ...]:
    units = {"million EUR": "M€", "percent": "%", "rank": ""}

    def value(figure: Figure) -> str:
        is_share = figure.basis is FigureBasis.COMPUTED and figure.unit == "percent"
        unit = units.get(figure.unit, figure.unit)
        number = say.number(figure.value, decimals=2 if is_share else None, is_approximate=figure.approximate)
        return say("{number} {unit}", number=number, unit=unit) if unit else number

    return (
        column("id", say("Figure"), lambda figure: say(_FIGURES[figure.kind]), keep=True),
        column("value", say("Value"), value, is_number=True, keep=True),
        column("measure", say("Measure"), lambda figure: say.word(figure.measure), drop=1),
        column("basis", say("Basis"), lambda figure: _basis(figure, say), wraps=True, drop=3),
        column("source", say("Source"), drop=2),
    )


_FIGURES = {
    FigureKind.CNES_AMOUNT: translatable("France's contribution"),
    FigureKind.CNES_SHARE: translatable("Share of the ESA budget"),
    FigureKind.CNES_RANK: translatable("Rank"),
    FigureKind.FRANCE: translatable("France"),
    FigureKind.TOTAL: translatable("Total budget"),
    FigureKind.MEMBERS_PART: translatable("Members' part"),
    FigureKind.SHARE_OF_TOTAL: translatable("France's share of the total"),
    FigureKind.SHARE_OF_MEMBERS: translatable("France's share of the members' part"),
    FigureKind.RANK: translatable("France's rank"),
}
