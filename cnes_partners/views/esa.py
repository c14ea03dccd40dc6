"""Views of ESA's money. Each says the measure it stands on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.model.records import BudgetLine, Contribution, Council, DomainLine, Membership
from cnes_partners.model.vocabulary import Measure
from cnes_partners.queries.esa import (
    Completeness,
    ContributorYear,
    EsaStatistics,
    Figure,
    SubscriptionYear,
)
from cnes_partners.views.view import Column, Fields, View, column, every_column
from cnes_partners.views.words import Words

_MEASURES = {
    Measure.DUE: "due: what ESA's budget of the year counts on receiving",
    Measure.VOTED: "voted: adopted by a parliament",
    Measure.PLANNED: "planned: asked for in a finance bill, or announced beforehand",
    Measure.PAID: "paid: shown as paid",
    Measure.STATED: "stated: given without saying which of these it is",
    Measure.SUBSCRIBED: "subscribed: committed at a ministerial council, for several years",
}


def measures_note(measures: Sequence[Measure], say: Words) -> str:
    """Return what the measures that occur mean, and that they do not mix."""
    present = [measure for measure in Measure if measure in measures]
    said = "; ".join(say(_MEASURES[measure]) for measure in present)
    return said if len(present) == 1 else say("{measures}. They are different things.", measures=said)


def _amount(say: Words, *, key: str = "amount_meur", title: str = "Amount (M€)", keep: bool = True) -> Column:
    def text(record: Any) -> str:
        return say.number(getattr(record, key), is_approximate=getattr(record, "approximate", False))

    return column(key, say(title), text, is_number=True, keep=keep)


def _percent(
    key: str, title: str, say: Words, *, decimals: int | None = 1, drop: int = 2, is_change: bool = False
) -> Column:
    def text(record: Any) -> str:
        value = getattr(record, key)
        return say.change(value) if is_change else say.number(value, decimals=decimals)

    return column(key, say(title), text, is_number=True, drop=drop)


def _year(say: Words) -> Column:
    return column("year", say("Year"), is_number=True, keep=True)


def _source(say: Words, *, drop: int = 5) -> Column:
    return column("source", say("Source"), drop=drop)


def _named(dataset: Dataset, say: Words, key: str) -> Callable[[Any], str]:
    return lambda record: dataset.party_name(getattr(record, key), language=say.language)


def budget_view(lines: tuple[BudgetLine, ...], say: Words) -> View:
    """Return ESA's total budget by year."""
    shown = (
        _year(say),
        _amount(say),
        column("measure", say("Measure"), lambda line: say.word(line.measure), drop=4),
        column("scope", say("Scope"), lambda line: say.word(line.scope), drop=3),
        _source(say, drop=1),
        column("note", say("Note"), lambda line: line.note or "–", wraps=True, drop=6),
    )
    return View(
        title=say("ESA's budget by year, with the money of the EU, EUMETSAT and others"),
        columns=every_column(BudgetLine, shown),
        records=lines,
        notes=(measures_note([line.measure for line in lines], say), _gap_note([line.year for line in lines], say)),
    )


def _gap_note(years: Sequence[int], say: Words) -> str:
    """Return which years between the first and the last have no figure."""
    missing = [str(year) for year in range(min(years), max(years) + 1) if year not in years] if years else []
    if not missing:
        return say("No year is missing.")
    return say("No figure on record for {years}.", years=", ".join(missing))


def contributors_view(lines: tuple[ContributorYear, ...], known: Completeness, dataset: Dataset, say: Words) -> View:
    """Return who pays into ESA's budget in a year, and what is missing."""
    return View(
        title=say("Who pays into ESA's budget, {year}", year=known.year),
        columns=contributor_columns(dataset, say),
        records=lines,
        notes=(
            _completeness_note(known, say),
            measures_note([line.measure for line in lines], say),
            say("Shares and ranks are computed from the amounts; the share a source states is in --columns share_pct."),
        ),
    )


def _completeness_note(known: Completeness, say: Words) -> str:
    if known.known == 0:
        return say("No country's amount is known for {year}: only the shares that sources state.", year=known.year)
    amount = say.number(round(known.known_meur, 1))
    if known.missing_meur is None or known.members_part_meur is None:
        return say(
            "Only {count} countries' amounts are known, {amount} M€ together; the members' total is not.",
            count=known.known,
            amount=amount,
        )
    return say(
        "Only {count} countries' amounts are known: {amount} of the members' {part} M€; {missing} are missing.",
        count=known.known,
        amount=amount,
        part=say.number(known.members_part_meur),
        missing=say.number(round(known.missing_meur, 1)),
    )


def contributor_columns(dataset: Dataset, say: Words) -> tuple[Column, ...]:
    """Return the columns of contributors by year: those of the table, then every other flat field."""

    def stated(line: ContributorYear) -> str:
        if line.share_pct is None:
            return "–"
        return (
            f"{say.number(line.share_pct)} ({say.word(line.share_of)})" if line.share_of else say.number(line.share_pct)
        )

    shown = (
        _year(say),
        column("contributor", say("Contributor"), _named(dataset, say, "contributor"), keep=True),
        _amount(say),
        column("rank", say("Rank"), lambda line: rank_text(line, say), is_number=True, drop=1),
        _percent("share_of_members_pct", "% of members' part", say, drop=2),
        _percent("share_of_total_pct", "% of total", say, drop=3),
        _percent("change_pct", "Change (%)", say, drop=4, is_change=True),
        _source(say),
        column("share_pct", say("Stated share (%)"), stated, is_number=True, shown=False),
    )
    return every_column(ContributorYear, shown)


def rank_text(line: ContributorYear, say: Words) -> str:
    """Return a rank and, where unknown members could change it, among how many it counts."""
    if line.rank is None:
        return "–"
    if line.rank_is_certain:
        return str(line.rank)
    return say("{rank} of {ranked} known", rank=line.rank, ranked=line.ranked)


def compare_view(lines: tuple[ContributorYear, ...], dataset: Dataset, say: Words) -> View:
    """Return contributors side by side, year by year; years without a figure are not there."""
    years = sorted({line.year for line in lines})
    return View(
        title=say("Contributions to ESA's budget, side by side"),
        columns=contributor_columns(dataset, say),
        records=lines,
        notes=(measures_note([line.measure for line in lines], say), _gap_note(years, say)),
    )


def contribution_view(lines: tuple[Contribution, ...], say: Words) -> View:
    """Return every figure for France's contribution to ESA, by year, with its measure and who gives it."""
    shown = (
        _year(say),
        _amount(say),
        column("measure", say("Measure"), lambda line: say.word(line.measure), keep=True),
        column("stated_by", say("Given by"), wraps=True, drop=1),
        _source(say, drop=2),
        column("note", say("Note"), lambda line: line.note or "–", wraps=True, drop=3),
    )
    return View(
        title=say("France's contribution to ESA, by measure"),
        columns=every_column(Contribution, shown),
        records=lines,
        notes=(measures_note([line.measure for line in lines], say),),
    )


def domains_view(lines: tuple[DomainLine, ...], say: Words) -> View:
    """Return ESA's budget by domain."""
    shown = (
        _year(say),
        column("domain", say("Domain"), lambda line: say.either(line.domain, line.domain_fr) or "", keep=True),
        _amount(say),
        _percent("share_pct", "Stated share of total (%)", say, decimals=None),
        _source(say),
    )
    return View(
        title=say("ESA's budget by domain"),
        columns=every_column(DomainLine, shown),
        records=lines,
        notes=(say("Sources name only some domains of each year; names change over the years."),),
    )


def councils_view(councils: tuple[Council, ...], say: Words) -> View:
    """Return the ministerial councils."""
    shown = (
        column("id", say("ID"), keep=True),
        column("date", say("Date"), lambda council: say.date(council.date), keep=True),
        column("place", say("Place"), drop=1),
        column("period", say("Period"), lambda council: council.period or "–", drop=2),
        _amount(say, title="Subscribed (M€)"),
        _source(say, drop=3),
        column("note", say("Note"), lambda council: council.note or "–", wraps=True, drop=4),
    )
    return View(
        title=say("ESA's councils at ministerial level"),
        columns=every_column(Council, shown),
        records=councils,
        notes=(measures_note([council.measure for council in councils], say),),
    )


def subscription_columns(dataset: Dataset, say: Words) -> tuple[Column, ...]:
    """Return the columns of subscriptions: those of the table, then every other flat field."""
    shown = (
        column("council", say("Council"), lambda line: line.council.upper(), keep=True),
        column("date", say("Date"), lambda line: say.date(line.date), drop=3),
        column("country", say("Country"), _named(dataset, say, "country"), keep=True),
        _amount(say),
        _percent("share_of_total_pct", "% of total", say, drop=1),
        column("share_pct", say("Stated share (%)"), lambda line: say.number(line.share_pct), is_number=True, drop=4),
        column(
            "rank",
            say("Rank"),
            lambda line: (
                "–" if line.rank is None else say("{rank} of {ranked} known", rank=line.rank, ranked=line.ranked)
            ),
            is_number=True,
            drop=2,
        ),
        _percent("change_pct", "Change (%)", say, drop=4, is_change=True),
        _source(say, drop=6),
    )
    return every_column(SubscriptionYear, shown)


def subscriptions_view(lines: tuple[SubscriptionYear, ...], dataset: Dataset, say: Words, *, title: str = "") -> View:
    """Return subscriptions at ministerial councils."""
    return View(
        title=title or say("Subscriptions at ESA's ministerial councils"),
        columns=subscription_columns(dataset, say),
        records=lines,
        notes=(
            measures_note([Measure.SUBSCRIBED], say),
            say("Change is against the council before, where both amounts are known."),
        ),
    )


def members_view(members: tuple[Membership, ...], dataset: Dataset, say: Words) -> View:
    """Return who is in ESA, by standing."""
    shown = (
        column("country", say("Country"), _named(dataset, say, "country"), keep=True),
        column("status", say("Standing"), lambda entry: say.word(entry.status)),
        column("since", say("Since"), lambda entry: say.date(entry.since)),
        column("ratified", say("Ratified"), lambda entry: say.date(entry.ratified), drop=2),
        column("note", say("Note"), lambda entry: entry.note or "–", wraps=True, drop=3),
        _source(say, drop=1),
    )
    return View(title=say("Who is in ESA"), columns=every_column(Membership, shown), records=members)


def statistics_view(answer: EsaStatistics, dataset: Dataset, say: Words) -> View:
    """Return France's part in ESA's money: the latest year, the series, the councils; CNES's statement beside ESA's."""
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
    series = View(
        title=say("France in ESA's budget, year by year (due)"),
        columns=tuple(entry for entry in contributor_columns(dataset, say) if entry.key != "contributor"),
        records=answer.series,
        notes=(_gap_note([line.year for line in answer.series if line.amount_meur is not None], say),),
    )
    councils = subscriptions_view(
        answer.subscriptions, dataset, say, title=say("France's subscriptions at ministerial councils")
    )
    return View(
        title=say("France's part in ESA's budget"),
        columns=contributor_columns(dataset, say),
        records=(answer,),
        is_single=True,
        series=answer.series,
        sections=(_latest(answer, say), series, statement, budget_says, councils),
    )


def _latest(answer: EsaStatistics, say: Words) -> Fields:
    line, growth = answer.latest, answer.growth
    pairs = [
        (
            say("Latest year"),
            say(
                "{year}: {amount} M€ due [{source}]",
                year=line.year,
                amount=say.number(line.amount_meur, is_approximate=line.approximate),
                source=line.source,
            ),
        ),
        (say("Share of the total"), _share(line.share_of_total_pct, say)),
        (say("Share of the members' part"), _members_share(line, say)),
        (say("Rank among members"), rank_text(line, say)),
        (say("Change on the year before"), f"{say.change(line.change_pct)} %" if line.change_pct is not None else "–"),
    ]
    if growth:
        pairs.append(
            (
                say("Mean annual growth"),
                say(
                    "{rate} % a year, {first} to {last} ({from_meur} to {to_meur} M€, due)",
                    rate=say.change(growth.mean_annual_growth_pct),
                    first=growth.from_year,
                    last=growth.to_year,
                    from_meur=say.number(growth.from_meur),
                    to_meur=say.number(growth.to_meur),
                ),
            )
        )
    return Fields(pairs=tuple(pairs))


def _share(value: float | None, say: Words) -> str:
    return "–" if value is None else say("{value} % (computed)", value=say.number(value, decimals=1))


def _members_share(line: ContributorYear, say: Words) -> str:
    stated = line.share_pct if line.share_of == "member-part" else None
    parts = (
        say("{value} % (stated)", value=say.number(stated)) if stated is not None else None,
        _share(line.share_of_members_pct, say) if line.share_of_members_pct is not None else None,
    )
    return ", ".join(part for part in parts if part) or "–"


def _figure_columns(say: Words) -> tuple[Column, ...]:
    units = {"million EUR": "M€", "percent": "%", "rank": ""}

    def value(figure: Figure) -> str:
        return f"{say.number(figure.value)} {units.get(figure.unit, figure.unit)}".strip()

    return (
        column("id", say("Figure"), lambda figure: say(_FIGURES[_figure_kind(figure)]), keep=True),
        column("value", say("Value"), value, is_number=True, keep=True),
        column("measure", say("Measure"), lambda figure: say.word(figure.measure), drop=1),
        column("basis", say("Basis"), lambda figure: figure.arithmetic or say.word(figure.basis), wraps=True, drop=3),
        column("source", say("Source"), drop=2),
    )


_FIGURES = {
    "cnes-amount": "France's contribution",
    "cnes-share": "Share of the ESA budget",
    "cnes-rank": "Rank",
    "esa-france": "France",
    "esa-total": "Total budget",
    "esa-members-part": "Members' part",
    "esa-share-of-total": "France's share of the total",
    "esa-share-of-members": "France's share of the members' part",
    "esa-rank": "France's rank",
}


def _figure_kind(figure: Figure) -> str:
    return figure.id.rsplit("-", 1)[0]
