"""The view of everything at a glance."""

from __future__ import annotations

from cnes_partners.queries.overview import Overview
from cnes_partners.views.categories import overlap_note
from cnes_partners.views.claims import claim_columns, derived_text, stated_text
from cnes_partners.views.columns import text_column
from cnes_partners.views.esa.columns import rank_text
from cnes_partners.views.missions import mission_columns
from cnes_partners.views.sections import Fields
from cnes_partners.views.view import View, column
from cnes_partners.views.words import Words


def overview_view(answer: Overview, say: Words) -> View:
    """Return headline figures and what the data says of them, categories, newest missions, ESA in a line."""
    return View(
        title=say("CNES's cooperation at a glance"),
        columns=claim_columns(say),
        records=(answer,),
        is_single=True,
        series=answer.headline,
        sections=(_headline(answer, say), _categories(answer, say), _newest(answer, say), _rest(answer, say)),
    )


def _headline(answer: Overview, say: Words) -> View:
    return View(
        title=say("What CNES states, and what the data gives"),
        columns=(
            text_column("label", say("Figure"), say, keep=True),
            column("stated", say("Stated"), lambda claim: stated_text(claim, say), is_number=True, keep=True),
            column("derived", say("Data"), lambda claim: derived_text(claim, say), is_number=True),
            column("verdict", say("Verdict"), lambda claim: say.word(claim.verdict)),
            column("source", say("Source"), drop=1),
        ),
        records=answer.headline,
    )


def _categories(answer: Overview, say: Words) -> View:
    return View(
        title=say("Partners by category"),
        columns=(
            column("name", say("Category"), lambda entry: say.either(entry.name, entry.name_fr), keep=True),
            column("partners", say("Partners"), is_number=True),
            column("countries", say("Countries"), is_number=True, drop=2),
            column("organisations", say("Organisations"), is_number=True, drop=1),
            column("missions", say("Missions"), is_number=True),
        ),
        records=answer.categories,
        notes=(overlap_note(say),),
    )


def _newest(answer: Overview, say: Words) -> View:
    wanted = ("name", "launch.date", "status", "as_of", "partners")
    columns = {entry.key: entry for entry in mission_columns(say)}
    return View(
        title=say("Newest missions"), columns=tuple(columns[key] for key in wanted), records=answer.newest_missions
    )


def _rest(answer: Overview, say: Words) -> Fields:
    latest, counts, metadata = answer.esa_latest, answer.counts, answer.metadata
    in_esa = say(
        "France in ESA's budget of {year}: {amount} M€ due, rank {rank} [{source}]",
        year=latest.year,
        amount=say.number(latest.amount_meur, is_approximate=latest.approximate),
        rank=rank_text(latest, say),
        source=latest.source,
    )
    size = (
        say.counted(counts.partners, "{count} partner", "{count} partners"),
        say.counted(counts.missions, "{count} mission", "{count} missions"),
        say.counted(counts.agreements, "{count} agreement", "{count} agreements"),
        say.counted(counts.sources, "{count} source", "{count} sources"),
    )
    edition = say(
        "version {version}, as of {date}, {licence}",
        version=metadata.version,
        date=say.date(metadata.as_of),
        licence=metadata.licence,
    )
    return Fields(pairs=(("ESA", in_esa), (say("Dataset"), ", ".join(size)), (say("Date"), edition)))
