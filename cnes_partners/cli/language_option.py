"""The option that says which language people read."""

from __future__ import annotations

from typing import Annotated

import typer

from cnes_partners.cli.language import OPTION
from cnes_partners.model.language import Language

LanguageOption = Annotated[
    Language | None,
    typer.Option(OPTION, help="Language of what people read (or CNES_PARTNERS_LANG, or the locale); keys stay."),
]
"""For help and completion to tell of, and to refuse what is no language; what is one was taken before parsing."""
