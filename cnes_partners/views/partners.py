"""The list of partners."""

from __future__ import annotations

from cnes_partners.model.records.partners import Partner
from cnes_partners.model.vocabulary.partnership import Category, PartnerStatus
from cnes_partners.queries.partners import ListedPartner
from cnes_partners.views.columns import text_column
from cnes_partners.views.status import status_text
from cnes_partners.views.view import UNKNOWN, Column, View, column, every_column, plain_text
from cnes_partners.views.words import Words

_FIRST_TO_GO = 6


def partners_view(partners: tuple[ListedPartner, ...], say: Words, *, is_grouped: bool) -> View:
    """Return the list of partners, in groups of a category each where *is_grouped*."""
    counts = {category: sum(partner.category is category for partner in partners) for category in Category}

    places = {category: place for place, category in enumerate(Category)}

    def heading(partner: Partner) -> str:
        return f"{say.category(partner.category)} ({counts[partner.category]})"

    def by_category_and_name(partner: Partner) -> tuple[int, tuple[str, str]]:
        from cnes_partners.model.spelling import filed

        return places[partner.category], filed(partner_name(partner, say))

    return View(
        title=say.counted(len(partners), "{count} partner", "{count} partners"),
        columns=partner_columns(say, is_grouped=is_grouped),
        records=partners,
        group=heading if is_grouped else None,
        order=by_category_and_name,
    )


def partner_columns(say: Words, *, is_grouped: bool = False) -> tuple[Column, ...]:
    """Return the columns of a list of partners: those of the table, then every other flat field.

    Where the headings of groups name the category, its column is the first to go; whose word that is outlives most.
    """
    shown = (
        column("id", say("ID"), keep=True),
        text_column("name", say("Partner"), say, keep=True),
        column(
            "agencies",
            say("Agencies"),
            lambda partner: plain_text(
                tuple(agency.abbr or say.either(agency.name, agency.name_fr) for agency in partner.agencies)
            ),
            value=lambda partner: tuple(agency.abbr or agency.name for agency in partner.agencies),
            wraps=True,
            drop=4,
        ),
        column(
            "category",
            say("Category"),
            lambda partner: say.word(partner.category),
            drop=_FIRST_TO_GO if is_grouped else 1,
        ),
        column(
            "category_basis",
            say("Whose word"),
            lambda partner: say.word(partner.category_basis),
            drop=2,
            note=say("Category: stated = CNES's own word, assigned = this dataset's."),
        ),
        column(
            "since.date", say("Since"), lambda partner: say.date(partner.since.date if partner.since else None), drop=5
        ),
        column(
            "agreement_count",
            say("Agreements"),
            value=lambda partner: len(partner.agreements),
            is_number=True,
            drop=3,
        ),
        column("status", say("Status"), lambda partner: partner_status(partner, say), shown=False),
    )
    return every_column(ListedPartner, shown)


def partner_name(partner: Partner, say: Words) -> str:
    """Return the partner's name in the language."""
    return say.either(partner.name, partner.name_fr)


def partner_status(partner: Partner, say: Words) -> str:
    """Return how the cooperation stands, with the year where that was last known long before *today*."""
    if partner.status is None:
        return UNKNOWN
    return status_text(partner.status, partner.as_of, say, is_over=partner.status is PartnerStatus.ENDED)
