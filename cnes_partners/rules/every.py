"""Every rule, and what comes of holding a dataset against them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cnes_partners.dataset.dataset import TABLES
from cnes_partners.dataset.storage import Storage
from cnes_partners.decode.findings import Findings
from cnes_partners.errors import Problem
from cnes_partners.frozen import frozen
from cnes_partners.rules import (
    contributions,
    countries,
    dates,
    identifiers,
    instruments,
    money,
    names,
    references,
    sources,
)
from cnes_partners.rules.subject import Subject, leaves, read_subject

Find = Callable[[Subject], Iterator[Problem]]


@frozen
class Rule:
    """What must hold, why in one line, and the function that finds where it does not."""

    name: str
    reason: str
    find: Find


RULES: tuple[Rule, ...] = tuple(
    Rule(name=find.__name__.replace("_", "-"), reason=reason, find=find)
    for find, reason in (
        (references.ids_are_plain, "an id is typed in shells and names a file"),
        (references.ids_are_file_names, "a record is found in git and by people under its id"),
        (references.ids_are_unique, "an id means one thing"),
        (references.former_ids_are_given_up, "a former id leads to what it became"),
        (references.agreement_ids_are_unique, "an agreement is cited by its id alone"),
        (references.agreements_are_replaced_by_others, "a successor can be looked up"),
        (references.references_resolve, "an id that leads nowhere says nothing"),
        (references.sources_are_cited, "a source that nothing cites supports nothing"),
        (references.shared_sources_stand_apart, "a source that two records cite belongs to neither"),
        (references.cited_sources_are_listed, "the bibliography of a record is whole"),
        (references.categories_name_their_members, "a category says whose word it is"),
        (identifiers.identifiers_are_well_formed, "an id leads to the same thing everywhere"),
        (identifiers.spacecraft_belong_to_one_mission, "a designation finds one mission"),
        (identifiers.designations_fit_the_launch, "a designation tells the year of its launch"),
        (instruments.missions_have_a_target, "who asks for Mars gets all that goes there"),
        (instruments.instruments_have_a_provider, "an instrument is somebody's, or nobody says whose"),
        (contributions.contributions_say_what, "that a partner takes part is known from its name"),
        (instruments.providers_take_part, "who provides an instrument takes part in its mission"),
        (instruments.participations_stand_once, "a part that stands twice is counted twice"),
        (instruments.providers_stand_once, "an entry that stands twice is counted twice"),
        (dates.dates_are_in_range, "nothing is known of the future but plans"),
        (dates.missions_end_after_launch, "a mission ends after it began"),
        (dates.agreements_run_after_their_date, "an agreement ends after it began"),
        (dates.launches_fit_the_status, "what works has been launched, on some day"),
        (dates.statuses_know_of_the_launch, "a launch changes the status of what flies"),
        (dates.statuses_know_of_the_end, "what is over has ended, and what has ended is over"),
        (dates.planned_launches_lie_ahead, "a plan for a past day is no plan"),
        (dates.statuses_are_dated, "a status is true on a date"),
        (sources.addresses_are_canonical, "a reader gets to the page itself, and nobody is told"),
        (sources.figures_have_sources, "every figure says who gives it"),
        (names.partners_share_no_name, "a name finds one partner"),
        (names.missions_share_no_name, "a name finds one mission, or the two say that they are namesakes"),
        (names.aliases_repeat_nothing, "what is written twice is corrected once"),
        (names.texts_are_in_both_languages, "French readers get the whole"),
        (names.agencies_tell_more_than_the_partner, "a name that stands twice in a row says nothing"),
        (names.disagreements_fit_their_records, "the value that is kept is the one that is shown"),
        (countries.country_ids_are_codes, "a country, a partner and a party are joined by their id"),
        (countries.country_codes_stand_once, "a code finds one country"),
        (countries.countries_are_listed, "a country is found by its codes and its official name"),
        (money.numbers_are_in_range, "money and shares have a sign and bounds"),
        (money.prices_are_chained, "constant euros stand on every link of the index"),
        (money.lines_stand_once, "a figure that stands twice is counted twice"),
        (money.parts_fit_the_total, "parts are no more than their whole"),
        (money.shares_fit_the_amounts, "a share that its amount does not give needs a word"),
        (money.subscriptions_fit_the_council, "subscriptions are parts of what the council decided"),
    )
)


@frozen
class Report:
    """What is wrong with a dataset, by file and line, and how much was looked at.

    ``problems`` are those that are listed, and lines that say how many more there are; ``total`` counts all.
    ``source`` is the YAML that was looked at where answers are read from what was compiled of it, else None.
    """

    problems: tuple[Problem, ...]
    total: int
    records: int
    values: int
    tables: int
    rules: int
    source: str | None = None


def check(storage: Storage) -> Report:
    """Return every problem of a dataset: what does not decode, then what breaks a rule."""
    findings = Findings()
    edited = storage.as_edited()
    subject = read_subject(edited, findings)
    findings.extend(storage.faults())
    for rule in RULES:
        findings.extend(rule.find(subject))
    return Report(
        problems=findings.listed(),
        total=findings.total,
        records=sum(1 for _ in subject.entries()),
        values=sum(1 for entry in subject.entries() for _ in leaves(entry.record)),
        tables=len(TABLES),
        rules=len(RULES),
        source=None if edited is storage else edited.place,
    )
