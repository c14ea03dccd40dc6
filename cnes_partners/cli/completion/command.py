"""The command that prints a shell's completion script."""

from __future__ import annotations

from typing import Annotated

import typer

from cnes_partners.cli.completion.scripts import SCRIPTS, Shell


def completion(shell: Annotated[Shell, typer.Argument(help="Which shell.", metavar="SHELL")]) -> None:
    """Print the completion script of a shell: bash, zsh, fish or powershell.

    \b
    eval "$(cnes-partners completion bash)"
    cnes-partners completion zsh > ~/.zfunc/_cnes-partners
    cnes-partners completion fish > ~/.config/fish/completions/cnes-partners.fish
    cnes-partners completion powershell | Out-String | Invoke-Expression
    """
    typer.echo(SCRIPTS[shell], nl=False)
