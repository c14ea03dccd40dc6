"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

from cnes_partners.model.vocabulary import Category, MissionKind, MissionStatus, Role, Theme

PartnerOption = Annotated[str, typer.Option("--partner", "-p", metavar="NAME", help="With this partner.")]
FromYear = Annotated[int | None, typer.Option("--from", metavar="YEAR", help="From YEAR on.")]
ToYear = Annotated[int | None, typer.Option("--to", metavar="YEAR", help="Up to YEAR.")]

# What missions are filtered by.
CategoryOption = Annotated[Category | None, typer.Option("--category", "-c", help="With a partner of this category.")]
ThemeOption = Annotated[Theme | None, typer.Option(help="What the mission is about.")]
StatusOption = Annotated[MissionStatus | None, typer.Option(help="How far it is.")]
RoleOption = Annotated[Role | None, typer.Option(help="CNES's role in it.")]
KindOption = Annotated[MissionKind | None, typer.Option(help="One mission, or a programme of several.")]
