"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

PartnerOption = Annotated[str, typer.Option("--partner", "-p", metavar="NAME", help="With this partner.")]
