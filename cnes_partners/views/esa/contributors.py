"""The view of who pays into ESA's budget in a year."""

from __future__ import annotations

from cnes_partners.model.numbers import exact
from cnes_partners.model.vocabulary.money import ContributorKind, Measure, Scope
from cnes_partners.queries.esa.contributors import Completeness, ContributorYear
from cnes_partners.views.charts import Bar, Stack, StackChart
from cnes_partners.views.esa import columns as money
from cnes_partners.views.esa.pictures import bar_chart, missing_bar, parts_of
from cnes_partners.views.sections import Picture
from cnes_partners.views.view import Column, View, column
from cnes_partners.views.words import Words

_NAMED_PARTS = 6  # of a stack; more would have no room for their names


def contributors_view(lines: tuple[ContributorYear, ...], known: Completeness, say: Words) -> View:
    """Return who pays into ESA's budget in a year, and what is missing."""
    return View(
        title=say("Who pays into ESA's budget, {year}", year=known.year),
        columns=money.hidden(contributor_columns(say), "year"),
        records=lines,
        pictures=_pictures(lines, known, say),
        notes=(
            completeness_note(known, say),
            *money.measures_note([line.measure for line in lines], say),
            say(
                "Shares are computed from the amounts; ranks go by them, or by the stated shares (--columns share_pct)"
                " where more of these are known."
            ),
        ),
    )


def completeness_note(known: Completeness, say: Words) -> str:
    """Return how many countries' amounts are known, what they come to, and what is missing to the members' total."""
    if known.known == 0:
        return say("No country's amount due is known for {year}.", year=known.year)
    amount = say.computed(known.known_meur, is_approximate=known.approximate)
    if known.missing_meur is None or known.members_part_meur is None:
        return say.counted(
            known.known,
            "Only {count} country's amount due is known, {amount} M€; the members' total is not.",
            "Only {count} countries' amounts due are known, {amount} M€ together; the members' total is not.",
            amount=amount,
        )
    return say.counted(
        known.known,
        "Only {count} country's amount due is known: {amount} of the members' {part} M€; {missing} are missing.",
        "Only {count} countries' amounts due are known: {amount} of the members' {part} M€; {missing} are missing.",
        amount=amount,
        part=say.number(known.members_part_meur, is_approximate=known.members_part_approximate),
        missing=say.computed(known.missing_meur, is_approximate=known.missing_approximate),
    )


def contributor_columns(
    say: Words,
    *,
    kind: type = ContributorYear,
    prices_of: int | None = None,
) -> tuple[Column, ...]:
    """Return the columns of contributors by year: those of the table, then every other flat field."""

    def stated(line: ContributorYear) -> str:
        text = money.share_text(line, say)
        return f"{text} ({say.word(line.share_of)})" if line.share_of else text

    shown = (
        column("year", say("Year"), is_number=True, keep=True),
        column("contributor", say("Contributor"), money.named(say, "contributor"), keep=True),
        money.measure_column(say),
        money.amount_column(say),
        *money.real_columns(say, prices_of),
        column("rank", say("Rank"), lambda line: money.rank_text(line, say), is_number=True, drop=1),
        money.percent_column("share_of_members_pct", say("% of members' part"), say, drop=2),
        money.percent_column("share_of_total_pct", say("% of total"), say, drop=3),
        money.percent_column("change_pct", say("Change (%)"), say, drop=4, is_change=True),
        column("source", say("Source"), drop=5),
        column("share_pct", say("Stated share (%)"), stated, is_number=True, shown=False),
    )
    return money.money_columns(kind, shown, say)


def _pictures(lines: tuple[ContributorYear, ...], known: Completeness, say: Words) -> tuple[Picture, ...]:
    """Return the members' amounts as bars with what is missing, and their shares of the members' part as a stack."""
    members = [line for line in lines if line.kind is ContributorKind.MEMBER_STATE and line.measure is Measure.DUE]
    name = money.named(say, "contributor")
    bars = [
        Bar(label=name(line), value=line.amount_meur, text=money.meur_text(line, say))
        for line in members
        if line.amount_meur is not None
    ]
    if known.known and known.missing_meur and known.missing_meur > 0:
        bars.append(missing_bar(known.missing_meur, say, is_approximate=known.missing_approximate))
    unit = say("million euro due, {year}", year=known.year)
    chart = bar_chart(bars, say, unit=unit, of=say("Contributor"), lines=members)
    amounts = Picture(title=say("Members' contributions to ESA's budget, {year}", year=known.year), chart=chart)
    stack = _stack(members, known, say)
    shares = Picture(title=say("Shares of the members' part, {year}", year=known.year), chart=stack)
    return (*((amounts,) if bars else ()), *((shares,) if stack.stacks else ()))


def _stack(lines: list[ContributorYear], known: Completeness, say: Words) -> StackChart:
    """Return the members' shares: computed where the part and the amounts are known, else as sources state them."""
    computed = [(line, line.share_of_members_pct) for line in lines if line.share_of_members_pct is not None]
    stated = [
        (line, line.share_pct) for line in lines if line.share_pct is not None and line.share_of is Scope.MEMBER_PART
    ]
    shares = sorted(computed or stated, key=lambda pair: -pair[1])
    name = money.named(say, "contributor")
    largest, others = shares[:_NAMED_PARTS], shares[_NAMED_PARTS:]
    parts = [(name(line), share, _share_text(line, share, say)) for line, share in largest]
    if others:
        share = float(sum(exact(share) for _, share in others))
        name_of_others = say.counted(len(others), "{count} other", "{count} others")
        parts.append((name_of_others, share, say.number(share, decimals=1)))
    return StackChart(
        stacks=(Stack(label=str(known.year), parts=parts_of(parts, say)),) if parts else (),
        value_label=say("percent of the members' part (due), computed")
        if computed
        else say("percent of the members' part (due), as stated"),
        sources=tuple(line.source for line, _ in shares),
    )


def _share_text(line: ContributorYear, share: float, say: Words) -> str:
    return money.share_text(line, say) if share == line.share_pct else say.number(share, decimals=1)
