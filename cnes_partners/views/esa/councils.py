"""Views of ESA's ministerial councils and of what countries subscribed there."""

from __future__ import annotations

from collections.abc import Sequence

from cnes_partners.frozen import frozen
from cnes_partners.model.records.esa import Council
from cnes_partners.queries.esa.councils import CouncilSum, SubscriptionYear
from cnes_partners.views.charts import Bar
from cnes_partners.views.columns import text_column
from cnes_partners.views.esa import columns as money
from cnes_partners.views.esa.pictures import bar_chart, changes_chart, missing_bar
from cnes_partners.views.sections import Picture
from cnes_partners.views.view import Column, View, column
from cnes_partners.views.words import Words


def councils_view(councils: tuple[Council, ...], lines: tuple[SubscriptionYear, ...], say: Words) -> View:
    """Return the ministerial councils, then each country's subscriptions side by side."""
    columns = _council_columns(say)
    title = say("ESA's councils at ministerial level")
    bars = (_council_bar(council, say) for council in councils)
    unit = say("million euro subscribed, for several years")
    chart = bar_chart(bars, say, unit=unit, of=say("Council"), lines=councils)
    return View(
        title=title,
        columns=columns,
        records=councils,
        sections=(View(title="", columns=columns, records=councils), _by_country(councils, lines, say))
        if lines
        else (),
        pictures=(Picture(title=title, chart=chart),) if councils else (),
        notes=(*money.measures_note([council.measure for council in councils], say),),
    )


def _council_columns(say: Words) -> tuple[Column, ...]:
    shown = (
        column("id", say("ID"), keep=True),
        column("date", say("Date"), lambda council: say.date(council.date), keep=True),
        text_column("place", say("Place"), say, drop=1),
        column("period", say("Period"), lambda council: council.period or "–", drop=2),
        money.amount_column(say, title=say("Subscribed (M€)")),
        column("source", say("Source"), drop=3),
        text_column("note", say("Note"), say, drop=4),
    )
    return money.money_columns(Council, shown, say)


def _council_bar(council: Council, say: Words) -> Bar:
    label = f"{council.id.upper()} {say.date(council.date)}"
    return Bar(label=label, value=council.amount_meur, text=money.meur_text(council, say))


@frozen
class _Country:
    """A country's subscriptions by council."""

    country: str
    lines: dict[str, SubscriptionYear]


def _by_country(councils: Sequence[Council], lines: Sequence[SubscriptionYear], say: Words) -> View:
    """Return a table with a row for each country and a column for each council: amount and share of its total."""
    countries = [
        _Country(country=country, lines={line.council: line for line in lines if line.country == country})
        for country in dict.fromkeys(line.country for line in lines)
    ]
    countries.sort(key=lambda entry: -max(line.share_of_total_pct or 0 for line in entry.lines.values()))
    held = [council for council in councils if any(line.council == council.id for line in lines)]
    return View(
        title=say("By country, in million euro, and percent of the council's total"),
        columns=(
            column("country", say("Country"), money.named(say, "country"), keep=True),
            *(_by_council(council.id, index, say) for index, council in enumerate(reversed(held))),
        ),
        records=tuple(countries),
        notes=(
            say(
                "– : not on record. One council with change and sources: cnes-partners esa councils {id}",
                id=councils[-1].id,
            ),
        ),
    )


def _by_council(council: str, drop: int, say: Words) -> Column:
    def text(entry: _Country) -> str:
        line = entry.lines.get(council)
        if line is None or line.amount_meur is None:
            return "–"
        return f"{money.meur_text(line, say)} ({say.number(line.share_of_total_pct, decimals=1)})"

    return column(council, council.upper(), text, value=text, is_number=True, drop=drop)


def subscription_columns(say: Words) -> tuple[Column, ...]:
    """Return the columns of subscriptions: those of the table, then every other flat field."""
    shown = (
        column("council", say("Council"), lambda line: line.council.upper(), keep=True),
        column("date", say("Date"), lambda line: say.date(line.date), drop=3),
        column("country", say("Country"), money.named(say, "country"), keep=True),
        money.amount_column(say),
        money.percent_column("share_of_total_pct", say("% of total"), say, drop=1),
        column("share_pct", say("Stated share (%)"), lambda line: say.number(line.share_pct), is_number=True, drop=4),
        column("rank", say("Rank"), lambda line: money.rank_text(line, say), is_number=True, drop=2),
        money.percent_column("change_pct", say("Change (%)"), say, drop=4, is_change=True),
        column("source", say("Source"), drop=6),
    )
    return money.money_columns(SubscriptionYear, shown, say)


def subscriptions_view(
    lines: tuple[SubscriptionYear, ...],
    say: Words,
    *,
    title: str = "",
    known: CouncilSum | None = None,
) -> View:
    """Return subscriptions at ministerial councils; *known* says how much of one council they are."""
    return View(
        title=say("Subscriptions at {council}", council=known.council.upper()) if known else title,
        columns=subscription_columns(say),
        records=lines,
        pictures=_pictures(lines, known, say) if known else (),
        notes=(
            *money.measures_note([line.measure for line in lines], say),
            *((_sum_note(known, say),) if known else ()),
            say("Change is against the council before, where both amounts are known."),
        ),
    )


def _sum_note(known: CouncilSum, say: Words) -> str:
    return say.counted(
        known.known,
        "{count} country's amount is known: {amount} of {total} M€; {missing} are missing.",
        "{count} countries' amounts are known: {amount} of {total} M€; {missing} are missing.",
        amount=say.computed(known.known_meur, is_approximate=known.approximate),
        total=say.number(known.total_meur, is_approximate=known.total_approximate),
        missing=say.computed(known.missing_meur, is_approximate=known.missing_approximate),
    )


def _amount_with_share(line: SubscriptionYear, say: Words) -> str:
    share = say("{share} %", share=say.number(line.share_of_total_pct, decimals=1))
    return f"{money.meur_text(line, say)} ({share})"


def _pictures(lines: tuple[SubscriptionYear, ...], known: CouncilSum, say: Words) -> tuple[Picture, ...]:
    """Return one council's subscriptions as bars, and their change on the council before."""
    name = money.named(say, "country")
    council = known.council.upper()
    bars = [
        Bar(label=name(line), value=line.amount_meur, text=_amount_with_share(line, say))
        for line in lines
        if line.amount_meur is not None
    ]
    if known.missing_meur > 0 and bars:
        bars.append(missing_bar(known.missing_meur, say, is_approximate=known.missing_approximate))
    unit = say("million euro subscribed (percent of the council's total)")
    amounts = bar_chart(bars, say, unit=unit, of=say("Country"), lines=lines)
    of_each = ((name(line), line.change_pct) for line in lines)
    unit = say("percent, against the council before")
    changes = changes_chart(of_each, say, unit=unit, of=say("Country"), lines=lines)
    every = (
        (say("Subscriptions at {council}", council=council), amounts),
        (say("Change on the council before, {council}", council=council), changes),
    )
    return tuple(Picture(title=title, chart=chart) for title, chart in every if chart.bars)
