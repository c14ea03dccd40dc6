"""Claims that are held against what the dataset counts: missions, partners, categories, agreements."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.frozen import frozen
from cnes_partners.model.numbers import exact, rounded
from cnes_partners.model.records.missions import Mission
from cnes_partners.model.records.statements import Statement
from cnes_partners.model.sentences import Name, Sentence, paragraph, sentence, translatable
from cnes_partners.model.vocabulary.missions import MissionKind, MissionStatus, Role
from cnes_partners.model.vocabulary.partnership import Basis
from cnes_partners.queries.claims.model import Finding, Step, figure_of, told, untold, who_states, year_of
from cnes_partners.queries.esa.measures import percent
from cnes_partners.queries.missions import launch_year

ABOUT = Fraction(1, 10)  # "About 40" is 36 to 44.
_FLOWN = (
    MissionStatus.COMMISSIONING,
    MissionStatus.OPERATIONAL,
    MissionStatus.COMPLETED,
    MissionStatus.FAILED,
)


@frozen
class MissionShare:
    """How many missions of a set fly with at least one partner, by one way of counting."""

    id: str
    what: Sentence
    with_partners: int
    counted: int

    @property
    def share_pct(self) -> float | None:
        """Return the share in percent, None of an empty set."""
        return percent(self.with_partners, self.counted)


def mission_shares(dataset: Dataset) -> tuple[MissionShare, ...]:
    """Return the share of missions flown with partners by each way of counting: all, by kind, CNES-led, by decade.

    Only what flew counts: completed, operational and failed missions. A mission has a partner if it names one.
    """
    flown = [mission for mission in dataset.missions if mission.status in _FLOWN]
    decades = sorted({year - year % 10 for mission in flown if (year := launch_year(mission)) is not None})
    return (
        _share("all", sentence("Missions and programmes that flew"), flown),
        _share("missions", sentence("Missions that flew"), [m for m in flown if m.kind is MissionKind.MISSION]),
        _share("programmes", sentence("Programmes that flew"), [m for m in flown if m.kind is MissionKind.PROGRAMME]),
        _share("cnes-led", sentence("Those that CNES leads"), [m for m in flown if m.cnes_role is Role.LEAD]),
        *(
            _share(
                f"{decade}s",
                sentence("Launched in the {decade}s", decade=str(decade)),
                [m for m in flown if _is_of(m, decade)],
            )
            for decade in decades
        ),
    )


def _is_of(mission: Mission, decade: int) -> bool:
    year = launch_year(mission)
    return year is not None and decade <= year < decade + 10


def _share(id: str, what: Sentence, missions: Sequence[Mission]) -> MissionShare:
    return MissionShare(
        id=id,
        what=what,
        with_partners=sum(bool(mission.partners) for mission in missions),
        counted=len(missions),
    )


def missions_share(dataset: Dataset, statement: Statement) -> Finding:
    """Count what flew with a partner; the dataset, collected for its partners, cannot tell the share of all."""
    shares = mission_shares(dataset)
    steps = tuple(
        Step(
            what=paragraph(
                share.what,
                sentence("with a partner: {part} of {whole}", part=share.with_partners, whole=share.counted),
            ),
            value=share.share_pct,
            unit=translatable("percent"),
        )
        for share in shares
        if share.share_pct is not None
    )
    every = shares[0]
    reason = sentence(
        "{part} of the {whole} missions and programmes that flew have a partner here ({share} %), but the dataset was"
        " collected for its partners: it holds too few missions without one to test the share.",
        part=every.with_partners,
        whole=every.counted,
        share=rounded(every.share_pct or 0, 1),
    )
    return untold("missions-with-partners", reason, steps=steps, derived=every.share_pct)


def partnerships(dataset: Dataset, statement: Statement) -> Finding:
    """Count the partners with at least one agreement, past or present."""
    listed = len(dataset.partners)
    with_agreement = sum(bool(partner.agreements) for partner in dataset.partners)
    steps = (
        Step(what=sentence("Partners on record"), value=listed, unit=translatable("partners")),
        Step(
            what=sentence("Of these, with at least one agreement on record"),
            value=with_agreement,
            unit=translatable("partners"),
        ),
    )
    reason = sentence(
        "{count} of the {listed} partners on record have at least one agreement, past or present; {who} gives no list.",
        count=with_agreement,
        listed=listed,
        who=who_states(statement),
    )
    return _judged_floor("partners-with-agreement", reason, statement, with_agreement, steps)


def categories(dataset: Dataset, statement: Statement) -> Finding:
    """Count the categories that CNES itself names."""
    named = [category for category in dataset.categories if category.basis is Basis.STATED]
    names = [Name(english=entry.name, french=entry.name_fr) for entry in named]
    steps = tuple(
        Step(what=sentence("{name}", name=name), value=entry.id, unit=translatable("category"), source=entry.source)
        for entry, name in zip(named, names, strict=True)
    )
    reason = sentence(
        "{count} categories are CNES's own: {names}.",
        count=len(named),
        names=Name(english=", ".join(name.english for name in names), french=", ".join(name.french for name in names)),
    )
    return told("stated-categories", reason, agrees=len(named) == statement.value, steps=steps, derived=len(named))


def agreements(dataset: Dataset, statement: Statement) -> Finding:
    """Count the agreements of the year."""
    year = year_of(statement)
    dated = [entry for partner in dataset.partners for entry in partner.agreements if entry.date]
    found = sum(entry.date is not None and entry.date.year == year for entry in dated)
    reason = sentence(
        "{count} agreements of {year} are on record: those with a page to read.", count=found, year=str(year)
    )
    what = sentence("Agreements on record that are dated {year}", year=str(year))
    steps = (Step(what=what, value=found, unit=translatable("agreements")),)
    return _judged_floor("agreements-of-the-year", reason, statement, found, steps)


def _judged_floor(rule: str, found_so: Sentence, statement: Statement, found: int, steps: tuple[Step, ...]) -> Finding:
    """Judge a count of what is on record, which is a floor: there may be more, but not fewer.

    It proves "at least" where it reaches the figure and refutes any other beyond it; below the figure it tells nothing.
    """
    stated = exact(figure_of(statement))
    margin = stated * ABOUT if statement.approximate and not statement.at_least else 0
    if found < stated - margin:
        why = sentence("More may exist than is on record, so a smaller number than stated contradicts nothing.")
        return untold(rule, paragraph(found_so, why), steps=steps, derived=found)
    return told(rule, found_so, agrees=statement.at_least or found <= stated + margin, steps=steps, derived=found)


def signatories(dataset: Dataset, statement: Statement) -> Finding:
    """Say that nothing here counts signatories."""
    return untold("no-rule", sentence("The dataset has no list of signatories to count."))
