"""Claims about France's rank among ESA's contributors."""

from __future__ import annotations

from collections.abc import Sequence

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.model.records.statements import Statement
from cnes_partners.model.sentences import Amount, Name, Sentence, paragraph, sentence, translatable
from cnes_partners.model.vocabulary.money import Measure
from cnes_partners.queries.claims.france import line_of_year, subscription_steps
from cnes_partners.queries.claims.model import Finding, Step, amount_step, told, untold, year_of
from cnes_partners.queries.esa.contributors import ContributorYear, contributors
from cnes_partners.queries.esa.councils import SubscriptionYear, subscriptions
from cnes_partners.queries.esa.lines import FRANCE
from cnes_partners.queries.esa.measures import RankBasis


def esa_rank(dataset: Dataset, statement: Statement) -> Finding:
    """Hold a rank, or the names of the first two, against the amounts or shares in ESA's budget of the year."""
    rule, year = "rank-in-esa-budget", year_of(statement)
    if year is None:
        return untold(rule, sentence("The page bears no date, so there is no year to compare with."))
    ranked = _ranked_members(dataset, year)
    french = next((line for line in ranked if line.contributor == FRANCE), None)
    if french is None or line_of_year(dataset, statement) is None:
        reason = sentence(
            "Amounts of France and its rivals in ESA's budget of {year} are not on record.", year=str(year)
        )
        return untold(rule, reason)
    reason = _order(dataset, ranked, year)
    steps = tuple(_step(dataset, line) for line in ranked[:4])
    if isinstance(statement.value, str):
        first, second = (_name(dataset, line) for line in ranked[:2])
        agrees = {first.english, second.english} == set(statement.value.split(" and "))
        derived = sentence("{first} and {second}", first=first, second=second)
        return told(rule, reason, agrees=agrees, steps=steps, derived=derived, measure=Measure.DUE)
    agrees = french.rank == statement.value
    if not agrees and (fit := _subscription_of_rank(dataset, statement, year)):
        steps = (*steps, *subscription_steps(dataset, fit))
        reason = paragraph(
            reason,
            sentence(
                "France's rank is {rank} in the {year} subscriptions, another measure.",
                rank=fit.rank or 0,
                year=fit.date[:4],
            ),
        )
    return told(rule, reason, agrees=agrees, steps=steps, derived=french.rank, measure=Measure.DUE)


def _order(dataset: Dataset, ranked: Sequence[ContributorYear], year: int) -> Sentence:
    """Say who was first and who second, or that both were first."""
    first, second = ranked[:2]
    template = (
        translatable(
            "In ESA's budget of {year} {first} ({first_size}) and {second} ({second_size}) were both first, of the"
            " {count} members known."
        )
        if second.rank == 1
        else translatable(
            "In ESA's budget of {year} {first} was first ({first_size}), before {second} ({second_size}), of the"
            " {count} members known."
        )
    )
    return sentence(
        template,
        year=str(year),
        first=_name(dataset, first),
        first_size=_size(first),
        second=_name(dataset, second),
        second_size=_size(second),
        count=first.ranked,
    )


def _name(dataset: Dataset, line: ContributorYear) -> Name:
    english, french = (dataset.party_name(line.contributor, language=language) for language in ("en", "fr"))
    return Name(english=english, french=french)


def _ranked_members(dataset: Dataset, year: int) -> list[ContributorYear]:
    """Return the members of *year* that have a rank in its budget (due), in their order."""
    if year not in {line.year for line in dataset.esa_income}:
        return []
    lines = contributors(dataset, year=year)
    return [line for line in lines if line.rank is not None and line.measure is Measure.DUE]


def _size(line: ContributorYear) -> Amount | Sentence:
    """Return what a member is ranked by: its amount, or its share with the sign."""
    if line.ranked_by is RankBasis.AMOUNT:
        return Amount(value=line.amount_meur or 0, approximate=line.approximate)
    return sentence("{share} %", share=_share(line))


def _share(line: ContributorYear) -> Amount:
    return Amount(value=line.share_pct or 0, approximate=line.approximate and line.amount_meur is None)


def _step(dataset: Dataset, line: ContributorYear) -> Step:
    what = sentence(
        "{rank}. {name} in ESA's budget of {year} (due)",
        rank=line.rank or 0,
        name=_name(dataset, line),
        year=str(line.year),
    )
    if line.ranked_by is RankBasis.AMOUNT:
        return amount_step(what, Amount(value=line.amount_meur or 0, approximate=line.approximate), line.source)
    share = _share(line)
    return Step(
        what=what,
        value=share.value,
        approximate=share.approximate,
        unit=translatable("percent of the members' part"),
        source=line.source,
    )


def _subscription_of_rank(dataset: Dataset, statement: Statement, year: int) -> SubscriptionYear | None:
    """Return the last French subscription before *year* that has the stated rank."""
    before = (line for line in reversed(subscriptions(dataset, country=FRANCE)) if int(line.date[:4]) < year)
    return next((line for line in before if line.rank == statement.value), None)
