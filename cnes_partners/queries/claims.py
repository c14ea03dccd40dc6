"""What is stated about CNES's cooperation, held against what the dataset gives; docs/claims.md explains the rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.errors import NotFoundError
from cnes_partners.model.dates import PartialDate
from cnes_partners.model.records import Mission, Statement
from cnes_partners.model.vocabulary import (
    Basis,
    ContributorKind,
    Measure,
    MissionKind,
    MissionStatus,
    Role,
    StatementTopic,
    Verdict,
)
from cnes_partners.queries import esa
from cnes_partners.queries.missions import launch_year

TOLERANCE_PCT = 1.0  # Amounts and shares are printed rounded; beyond one percent they are different figures.


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line of a claim's reasoning: a figure from a source, or arithmetic on those before."""

    what: str
    value: int | float | str
    unit: str
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A stated figure, what the dataset gives for it by a named rule, and how the two stand.

    ``stated`` and ``derived`` are in ``unit``; ``derived`` is None where the dataset cannot tell.
    """

    id: str
    label: str
    label_fr: str
    stated: int | float | str
    at_least: bool = False
    approximate: bool = False
    unit: str
    as_of: PartialDate | None = None
    stated_by: str
    derived: int | float | str | None = None
    rule: str
    verdict: Verdict
    reason: str
    steps: tuple[Step, ...] = ()
    source: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MissionShare:
    """How many missions of a set fly with at least one partner, by one way of counting."""

    id: str
    what: str
    with_partners: int
    counted: int

    @property
    def share_pct(self) -> float | None:
        """Return the share in percent, None of an empty set."""
        return 100 * self.with_partners / self.counted if self.counted else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Finding:
    derived: int | float | str | None
    rule: str
    verdict: Verdict
    reason: str
    steps: tuple[Step, ...] = ()


def claims(dataset: Dataset) -> tuple[Claim, ...]:
    """Return every stated figure with its verdict, in the order of the statements."""
    return tuple(_claim(dataset, statement) for statement in dataset.statements)


def claim(dataset: Dataset, id: str) -> Claim:
    """Return one claim by id.

    Raises:
        NotFoundError: There is no such claim; the message names the nearest.
    """
    from cnes_partners.dataset.names import nearest

    for statement in dataset.statements:
        if statement.id == id.lower():
            return _claim(dataset, statement)
    near = nearest(id, {statement.id: statement.id for statement in dataset.statements})
    hint = f"Did you mean '{near}'?" if near else "List them with 'cnes-partners claims'."
    raise NotFoundError(f"No claim is called '{id}'. {hint}")


def mission_shares(dataset: Dataset) -> tuple[MissionShare, ...]:
    """Return the share of missions flown with partners by each way of counting: all, by kind, CNES-led, by decade.

    Only what flew counts: completed, operational and failed missions.
    """
    flown = [mission for mission in dataset.missions if mission.status in _FLOWN]
    decades = sorted({year - year % 10 for mission in flown if (year := launch_year(mission)) is not None})
    return (
        _share("all", "all that flew", flown),
        _share("missions", "missions", [m for m in flown if m.kind is MissionKind.MISSION]),
        _share("programmes", "programmes", [m for m in flown if m.kind is MissionKind.PROGRAMME]),
        _share("cnes-led", "led by CNES", [m for m in flown if m.cnes_role is Role.LEAD]),
        *(
            _share(f"{decade}s", f"launched in the {decade}s", [m for m in flown if _is_of_decade(m, decade)])
            for decade in decades
        ),
    )


_FLOWN = (MissionStatus.OPERATIONAL, MissionStatus.COMPLETED, MissionStatus.FAILED)


def _is_of_decade(mission: Mission, decade: int) -> bool:
    year = launch_year(mission)
    return year is not None and decade <= year < decade + 10


def _share(id: str, what: str, missions: list[Mission]) -> MissionShare:
    return MissionShare(
        id=id,
        what=what,
        with_partners=sum(bool(mission.partners) for mission in missions),
        counted=len(missions),
    )


def _claim(dataset: Dataset, statement: Statement) -> Claim:
    finding = _RULES[statement.topic](dataset, statement)
    step_sources = [step.source for step in finding.steps if step.source]
    return Claim(
        id=statement.id,
        label=statement.label,
        label_fr=statement.label_fr,
        stated=statement.value,
        at_least=statement.at_least,
        approximate=statement.approximate,
        unit=statement.unit,
        as_of=statement.as_of,
        stated_by=statement.stated_by,
        derived=finding.derived,
        rule=finding.rule,
        verdict=finding.verdict,
        reason=finding.reason,
        steps=finding.steps,
        source=statement.source,
        sources=tuple(dict.fromkeys([statement.source, *step_sources])),
    )


def _unknown(rule: str, reason: str, *, steps: tuple[Step, ...] = (), derived: float | None = None) -> _Finding:
    return _Finding(derived=derived, rule=rule, verdict=Verdict.CANNOT_BE_TOLD, reason=reason, steps=steps)


def _missions_share(dataset: Dataset, statement: Statement) -> _Finding:
    shares = mission_shares(dataset)
    steps = tuple(
        Step(what=f"{share.what}, with a partner", value=f"{share.with_partners} of {share.counted}", unit="missions")
        for share in shares
    )
    every = shares[0]
    reason = (
        f"{every.with_partners} of the {every.counted} missions and programmes that flew have a partner here"
        f" ({every.share_pct or 0:.1f} %), but the dataset was collected for its partners:"
        " it holds too few missions without one to test the share."
    )
    derived = None if every.share_pct is None else round(every.share_pct, 1)
    return _unknown("missions-with-partners", reason, steps=steps, derived=derived)


def _partnerships(dataset: Dataset, statement: Statement) -> _Finding:
    assert isinstance(statement.value, (int, float))
    listed = len(dataset.partners)
    with_agreement = sum(bool(partner.agreements) for partner in dataset.partners)
    enough = with_agreement >= statement.value
    return _Finding(
        derived=with_agreement,
        rule="partners-with-agreement",
        verdict=Verdict.AGREES if enough else Verdict.DIFFERS,
        reason=(
            f"{with_agreement} of the {listed} partners on record have at least one agreement, past or present;"
            f" {statement.stated_by} says at least {statement.value:g} and gives no list."
        ),
        steps=(
            Step(what="partners on record", value=listed, unit="partners"),
            Step(what="of these, with at least one agreement on record", value=with_agreement, unit="partners"),
        ),
    )


def _categories(dataset: Dataset, statement: Statement) -> _Finding:
    named = [category for category in dataset.categories if category.basis is Basis.STATED]
    return _Finding(
        derived=len(named),
        rule="stated-categories",
        verdict=Verdict.AGREES if len(named) == statement.value else Verdict.DIFFERS,
        reason=f"{len(named)} categories are CNES's own: {', '.join(category.id for category in named)}.",
        steps=tuple(Step(what=entry.name, value=entry.id, unit="category", source=entry.source) for entry in named),
    )


def _agreements(dataset: Dataset, statement: Statement) -> _Finding:
    year = statement.as_of.year if statement.as_of else None
    dated = [entry for partner in dataset.partners for entry in partner.agreements if entry.date]
    found = sum(entry.date is not None and entry.date.year == year for entry in dated)
    reason = (
        f"{found} agreements of {year} are on record; the dataset lists those with a page to read,"
        " so a smaller number contradicts nothing."
    )
    step = Step(what=f"agreements on record that are dated {year}", value=found, unit="agreements")
    return _unknown("agreements-of-the-year", reason, steps=(step,), derived=found)


def _esa_contribution(dataset: Dataset, statement: Statement) -> _Finding:
    rule = "amount-in-esa-budget"
    line = _french_line(dataset, statement)
    if line is None or line.amount_meur is None:
        return _unknown(rule, f"No amount for France in ESA's budget of {_year(statement)} is on record.")
    assert isinstance(statement.value, (int, float))
    gap = 100 * abs(statement.value - line.amount_meur) / line.amount_meur
    steps = (
        Step(
            what=f"France in ESA's budget of {line.year} (due)",
            value=line.amount_meur,
            unit="million EUR",
            source=line.source,
        ),
        Step(
            what=f"difference: |{statement.value:g} - {line.amount_meur:g}| / {line.amount_meur:g}",
            value=round(gap, 2),
            unit="percent",
        ),
    )
    beside = f"ESA's budget of {line.year} counts on {line.amount_meur:,g} million euro from France; "
    if statement.measure is Measure.PLANNED:
        reason = beside + f"{statement.value:,g} is a plan, another measure, {gap:.1f} % away."
        return _unknown(rule, reason, steps=steps, derived=line.amount_meur)
    agrees = gap <= TOLERANCE_PCT
    return _Finding(
        derived=line.amount_meur,
        rule=rule,
        verdict=Verdict.AGREES if agrees else Verdict.DIFFERS,
        reason=beside + f"{statement.value:,g} is {'within' if agrees else 'away by'} {gap:.2f} %.",
        steps=steps,
    )


def _esa_share(dataset: Dataset, statement: Statement) -> _Finding:
    """Hold a share against the budget of its year, and look for the council whose subscriptions it fits."""
    rule = "share-of-esa-budget"
    year = _year(statement)
    line = _french_line(dataset, statement)
    total = None if year is None else esa.amount_of(dataset.esa_budget, year, measure=Measure.DUE)
    part = None if year is None else esa.members_part(dataset, year)
    if line is None or line.amount_meur is None or total is None or part is None or part.amount_meur is None:
        return _unknown(rule, f"ESA's budget of {year} is not known by total, members' part and France.")
    assert isinstance(statement.value, (int, float))
    stated_amount = _stated_amount(dataset, statement) or line.amount_meur
    of_total, of_part = 100 * stated_amount / total, 100 * stated_amount / part.amount_meur
    total_source = next(entry.source for entry in dataset.esa_budget if entry.year == year)
    steps = [
        Step(
            what=f"France's amount in {year} as stated",
            value=stated_amount,
            unit="million EUR",
            source=statement.source,
        ),
        Step(
            what=f"France in ESA's budget of {year} (due)",
            value=line.amount_meur,
            unit="million EUR",
            source=line.source,
        ),
        Step(what=f"ESA's budget of {year}, total (due)", value=total, unit="million EUR", source=total_source),
        Step(what="of which the members' part (due)", value=part.amount_meur, unit="million EUR", source=part.source),
        Step(what=f"100 x {stated_amount:g} / {total:g}", value=round(of_total, 2), unit="percent"),
        Step(what=f"100 x {stated_amount:g} / {part.amount_meur:g}", value=round(of_part, 2), unit="percent"),
        Step(
            what=f"100 x {line.amount_meur:g} / {total:g}",
            value=round(100 * line.amount_meur / total, 2),
            unit="percent",
        ),
        Step(
            what=f"100 x {line.amount_meur:g} / {part.amount_meur:g}",
            value=round(100 * line.amount_meur / part.amount_meur, 2),
            unit="percent",
        ),
        Step(
            what=f"total that would make {stated_amount:g} a share of {statement.value:g} %",
            value=round(100 * stated_amount / statement.value),
            unit="million EUR",
        ),
    ]
    agrees = any(abs(share - statement.value) < 0.5 for share in (of_total, of_part))
    reason = (
        f"In ESA's {year} budget {stated_amount:,g} million euro are {of_total:.1f} % of the total ({total:,g})"
        f" or {of_part:.1f} % of the members' part ({part.amount_meur:,g})."
    )
    if not agrees and (fit := _fitting_subscription(dataset, statement)):
        steps += _subscription_steps(dataset, fit)
        reason += (
            f" {statement.value:g} % is France's share of the {fit.date[:4]} subscriptions"
            f" ({fit.amount_meur:,g} of {_council_total(dataset, fit):,g}), another measure."
        )
    return _Finding(
        derived=round(of_total, 1),
        rule=rule,
        verdict=Verdict.AGREES if agrees else Verdict.DIFFERS,
        reason=reason,
        steps=tuple(steps),
    )


def _esa_rank(dataset: Dataset, statement: Statement) -> _Finding:
    rule = "rank-in-esa-budget"
    year = _year(statement)
    ranked = _ranked_members(dataset, year)
    if year is None:
        return _unknown(rule, "The page bears no date, so there is no year to compare with.")
    if len(ranked) < 2 or _french_line(dataset, statement) is None:
        return _unknown(rule, f"Amounts of France and its rivals in ESA's budget of {year} are not on record.")
    steps = [
        Step(
            what=f"{index}. {dataset.party_name(line.contributor)} in ESA's budget of {year} (due)",
            value=line.amount_meur if line.amount_meur is not None else f"{line.share_pct:g} %",
            unit="million EUR" if line.amount_meur is not None else "of the members' part",
            source=line.source,
        )
        for index, line in enumerate(ranked[:4], start=1)
    ]
    french = next((line.rank for line in ranked if line.contributor == esa.FRANCE), None)
    first, second = (dataset.party_name(line.contributor) for line in ranked[:2])
    reason = f"In ESA's budget of {year} {first} was first ({_size(ranked[0])}), before {second} ({_size(ranked[1])})."
    if isinstance(statement.value, str):
        agrees = {first, second} == set(statement.value.split(" and "))
        derived: int | str | None = f"{first} and {second}"
    else:
        agrees = french == statement.value
        derived = french
    if not agrees and (fit := _subscription_of_rank(dataset, statement)):
        steps += _subscription_steps(dataset, fit)
        reason += f" France's rank is {fit.rank} in the {fit.date[:4]} subscriptions, another measure."
    return _Finding(
        derived=derived,
        rule=rule,
        verdict=Verdict.AGREES if agrees else Verdict.DIFFERS,
        reason=reason,
        steps=tuple(steps),
    )


def _esa_subscription(dataset: Dataset, statement: Statement) -> _Finding:
    rule = "subscription-at-council"
    found = [
        line
        for line in esa.subscriptions(dataset, country=esa.FRANCE)
        if statement.as_of and line.date.startswith(str(statement.as_of.year)) and line.amount_meur is not None
    ]
    if not found or not isinstance(statement.value, (int, float)):
        return _unknown(rule, f"No French subscription of {_year(statement)} is on record.")
    line = found[0]
    assert line.amount_meur is not None
    gap = 100 * abs(statement.value - line.amount_meur) / line.amount_meur
    return _Finding(
        derived=line.amount_meur,
        rule=rule,
        verdict=Verdict.AGREES if gap <= TOLERANCE_PCT else Verdict.DIFFERS,
        reason=(
            f"France subscribed {line.amount_meur:,g} million euro at the council of {line.date[:4]},"
            f" {gap:.2f} % away; a sum for several years, not a yearly one."
        ),
        steps=_subscription_steps(dataset, line),
    )


def _signatories(dataset: Dataset, statement: Statement) -> _Finding:
    return _unknown("no-rule", "The dataset has no list of signatories to count.")


_RULES: dict[StatementTopic, Callable[[Dataset, Statement], _Finding]] = {
    StatementTopic.MISSIONS_SHARE: _missions_share,
    StatementTopic.PARTNERSHIPS: _partnerships,
    StatementTopic.CATEGORIES: _categories,
    StatementTopic.AGREEMENTS: _agreements,
    StatementTopic.ESA_CONTRIBUTION: _esa_contribution,
    StatementTopic.ESA_SHARE: _esa_share,
    StatementTopic.ESA_RANK: _esa_rank,
    StatementTopic.ESA_SUBSCRIPTION: _esa_subscription,
    StatementTopic.SIGNATORIES: _signatories,
}


def _year(statement: Statement) -> int | None:
    return statement.as_of.year if statement.as_of else None


def _french_line(dataset: Dataset, statement: Statement) -> esa.ContributorYear | None:
    year = _year(statement)
    return next((line for line in esa.compare(dataset, [esa.FRANCE]) if line.year == year), None)


def _ranked_members(dataset: Dataset, year: int | None) -> list[esa.ContributorYear]:
    """Return the members of *year* that have a rank, in its order."""
    if year is None or year not in {line.year for line in dataset.esa_income}:
        return []
    lines = esa.contributors(dataset, year=year)
    members = [line for line in lines if line.kind is ContributorKind.MEMBER_STATE and line.rank is not None]
    return sorted(members, key=lambda line: line.rank or 0)


def _size(line: esa.ContributorYear) -> str:
    return f"{line.amount_meur:,g}" if line.amount_meur is not None else f"{line.share_pct:g} %"


def _stated_amount(dataset: Dataset, statement: Statement) -> int | float | None:
    """Return the amount that the same page states for the same year."""
    found = (
        other.value
        for other in dataset.statements
        if other.topic is StatementTopic.ESA_CONTRIBUTION
        and (other.source, other.as_of) == (statement.source, statement.as_of)
    )
    value = next(found, None)
    return value if isinstance(value, (int, float)) else None


def _fitting_subscription(dataset: Dataset, statement: Statement) -> esa.SubscriptionYear | None:
    """Return the French subscription before the statement's year whose share the stated one fits to 0.1 point."""
    for line in esa.subscriptions(dataset, country=esa.FRANCE):
        shares = [share for share in (line.share_of_total_pct, line.share_pct) if share is not None]
        if any(isinstance(statement.value, (int, float)) and abs(share - statement.value) < 0.1 for share in shares):
            return line
    return None


def _subscription_of_rank(dataset: Dataset, statement: Statement) -> esa.SubscriptionYear | None:
    """Return the last French subscription before the statement's year ended that has the stated rank."""
    year = _year(statement) or 0
    found = [
        line
        for line in esa.subscriptions(dataset, country=esa.FRANCE)
        if line.rank == statement.value and int(line.date[:4]) < year
    ]
    return found[-1] if found else None


def _subscription_steps(dataset: Dataset, line: esa.SubscriptionYear) -> tuple[Step, ...]:
    council = next(entry for entry in dataset.esa_councils if entry.id == line.council)
    name = f"the {line.date[:4]} council"
    assert line.amount_meur is not None
    return (
        Step(what=f"France's subscription at {name}", value=line.amount_meur, unit="million EUR", source=line.source),
        Step(what=f"all subscriptions at {name}", value=council.amount_meur, unit="million EUR", source=council.source),
        Step(
            what=f"100 x {line.amount_meur:g} / {council.amount_meur:g}",
            value=round(line.share_of_total_pct or 0, 2),
            unit="percent",
        ),
        *(
            Step(what=f"rank of France at {name}", value=rank, unit="rank", source=line.source)
            for rank in (line.rank,)
            if rank is not None
        ),
    )


def _council_total(dataset: Dataset, line: esa.SubscriptionYear) -> int | float:
    return next(entry.amount_meur for entry in dataset.esa_councils if entry.id == line.council)
