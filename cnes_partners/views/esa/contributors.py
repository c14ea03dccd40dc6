"""The view of who pays into ESA's budget in a year."""

from __future__ import annotations

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.model.vocabulary import ContributorKind, Measure
from cnes_partners.queries.esa import Completeness, ContributorYear
from cnes_partners.views.charts.model import Bar, BarChart, Part, Stack, StackChart
from cnes_partners.views.esa.columns import (
    amount_column,
    measures_note,
    named,
    percent_column,
    rank_text,
    real_columns,
    source_column,
    sources_line,
    year_column,
)
from cnes_partners.views.esa.lines import rest_part
from cnes_partners.views.esa.pictures import missing_bar
from cnes_partners.views.sections import Picture
from cnes_partners.views.view import Column, View, column, every_column
from cnes_partners.views.words import Words

_NAMED_PARTS = 6  # of a stack; more would have no room for their names


def contributors_view(lines: tuple[ContributorYear, ...], known: Completeness, dataset: Dataset, say: Words) -> View:
    """Return who pays into ESA's budget in a year, and what is missing."""
    return View(
        title=say("Who pays into ESA's budget, {year}", year=known.year),
        columns=contributor_columns(dataset, say),
        records=lines,
        pictures=_pictures(lines, known, dataset, say),
        notes=(
            completeness_note(known, say),
            measures_note([line.measure for line in lines], say),
            say("Shares and ranks are computed from the amounts; the share a source states is in --columns share_pct."),
        ),
    )


def completeness_note(known: Completeness, say: Words) -> str:
    """Return how many countries' amounts are known, what they come to, and what is missing to the members' total."""
    if known.known == 0:
        return say("No country's amount is known for {year}: only the shares that sources state.", year=known.year)
    amount = say.number(round(known.known_meur, 1))
    if known.missing_meur is None or known.members_part_meur is None:
        return say.counted(
            known.known,
            "Only {count} country's amount is known, {amount} M€; the members' total is not.",
            "Only {count} countries' amounts are known, {amount} M€ together; the members' total is not.",
            amount=amount,
        )
    return say.counted(
        known.known,
        "Only {count} country's amount is known: {amount} of the members' {part} M€; {missing} are missing.",
        "Only {count} countries' amounts are known: {amount} of the members' {part} M€; {missing} are missing.",
        amount=amount,
        part=say.number(known.members_part_meur),
        missing=say.number(round(known.missing_meur, 1)),
    )


def contributor_columns(
    dataset: Dataset, say: Words, *, kind: type = ContributorYear, prices_of: int | None = None
) -> tuple[Column, ...]:
    """Return the columns of contributors by year: those of the table, then every other flat field."""

    def stated(line: ContributorYear) -> str:
        if line.share_pct is None:
            return "–"
        return (
            f"{say.number(line.share_pct)} ({say.word(line.share_of)})" if line.share_of else say.number(line.share_pct)
        )

    shown = (
        year_column(say),
        column("contributor", say("Contributor"), named(dataset, say, "contributor"), keep=True),
        amount_column(say),
        *real_columns(say, prices_of),
        column("rank", say("Rank"), lambda line: rank_text(line, say), is_number=True, drop=1),
        percent_column("share_of_members_pct", "% of members' part", say, drop=2),
        percent_column("share_of_total_pct", "% of total", say, drop=3),
        percent_column("change_pct", "Change (%)", say, drop=4, is_change=True),
        source_column(say),
        column("share_pct", say("Stated share (%)"), stated, is_number=True, shown=False),
    )
    return every_column(kind, shown)


def _pictures(
    lines: tuple[ContributorYear, ...], known: Completeness, dataset: Dataset, say: Words
) -> tuple[Picture, ...]:
    """Return the members' amounts as bars with what is missing, and their shares of the members' part as a stack."""
    members = [line for line in lines if line.kind is ContributorKind.MEMBER_STATE and line.measure is Measure.DUE]
    name = named(dataset, say, "contributor")
    source = sources_line((line.source for line in members), say)
    bars = [
        Bar(label=name(line), value=line.amount_meur, text=_amount_text(line, say))
        for line in members
        if line.amount_meur is not None
    ]
    if known.known and known.missing_meur and known.missing_meur > 0:
        bars.append(missing_bar(known.missing_meur, say))
    chart = BarChart(
        bars=tuple(bars),
        value_label=say("million euro due, {year}", year=known.year),
        label_label=say("Contributor"),
        source=source,
    )
    amounts = Picture(title=say("Members' contributions to ESA's budget, {year}", year=known.year), chart=chart)
    stack = _stack(members, known, dataset, say)
    shares = Picture(title=say("Shares of the members' part, {year}", year=known.year), chart=stack)
    return (*((amounts,) if bars else ()), *((shares,) if stack.stacks else ()))


def _amount_text(line: ContributorYear, say: Words) -> str:
    return say.number(line.amount_meur, is_approximate=line.approximate)


def _stack(lines: list[ContributorYear], known: Completeness, dataset: Dataset, say: Words) -> StackChart:
    """Return the members' shares: computed where the part and the amounts are known, else as sources state them."""
    name = named(dataset, say, "contributor")
    computed = [(line, line.share_of_members_pct) for line in lines if line.share_of_members_pct is not None]
    stated = [(line, float(line.share_pct)) for line in lines if line.share_pct is not None]
    label, shares = (
        (say("percent of the members' part (due), computed"), computed)
        if computed
        else (say("percent of the members' part (due), as stated"), stated)
    )
    largest = shares[:_NAMED_PARTS]
    parts = [
        Part(name=name(line), share_pct=share, text=f"{say.number(share, decimals=1)} %") for line, share in largest
    ]
    others = sum(share for _, share in shares[_NAMED_PARTS:])
    if others:
        name_of_others = say.counted(len(shares) - _NAMED_PARTS, "{count} other", "{count} others")
        parts.append(Part(name=name_of_others, share_pct=others, text=f"{say.number(others, decimals=1)} %"))
    every = (*parts, *rest_part(sum(part.share_pct for part in parts), say))
    return StackChart(
        stacks=(Stack(label=str(known.year), parts=every),) if parts else (),
        value_label=label,
        source=sources_line((line.source for line, _ in shares), say),
    )
