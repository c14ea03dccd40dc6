"""How an answer is to look, whatever its format; a format takes what it has a use for."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from cnes_partners.model.language import Language
from cnes_partners.output.links import AddressOf
from cnes_partners.output.terminal import Screen


class Dialect(StrEnum):
    """Which spreadsheet CSV is for: Excel where numbers have a point, or where French is spoken."""

    EXCEL = "excel"
    EXCEL_FR = "excel-fr"


def no_address(_id: str) -> None:
    """Return that nothing is known of a source's page."""


class Look(NamedTuple):
    """Whether titles, header and notes are there, whether records have the chosen columns only, and where they go.

    ``address_of`` gives the address behind the id of a source, for screens that have links.
    """

    has_header: bool = True
    only_columns: bool = False
    screen: Screen = Screen(width=None, has_colour=False)
    language: Language = Language.ENGLISH
    address_of: AddressOf = no_address
    dialect: Dialect | None = None
