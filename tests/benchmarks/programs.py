"""Where the measured programs are: ours from its wheel, the smallest ones, and the peers, each installed as by pip."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from paired import clean_environment

PROJECT = Path(__file__).resolve().parents[2]


def make_environment(folder: Path, *requirements: str | Path) -> Path:
    """Return the folder of the programs of a new environment with *requirements* in it."""
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    programs = folder / "bin"
    if requirements:
        install = [programs / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*install, *requirements], check=True)
    return programs


def build_wheel(programs: Path, folder: Path) -> Path:
    """Return the wheel of this checkout."""
    pip = [programs / "python", "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check", "--no-deps"]
    subprocess.run([*pip, "--wheel-dir", folder, PROJECT], check=True)
    return next(folder.glob("cnes_partners-*.whl"))


def add_floor(programs: Path, name: str, source: str) -> Path:
    """Install a program of one module as pip would, its byte code beside it, and return it."""
    where = [programs / "python", "-c", "import sysconfig; print(sysconfig.get_paths()['purelib'])"]
    site = Path(subprocess.run(where, check=True, capture_output=True, text=True).stdout.strip())
    (site / f"{name}.py").write_text(source, encoding="utf-8")
    subprocess.run([programs / "python", "-m", "compileall", "-q", site / f"{name}.py"], check=True)
    launcher = (programs / "cnes-partners").read_text(encoding="utf-8")
    program = programs / name
    program.write_text(launcher.replace("cnes_partners.__main__", name), encoding="utf-8")
    program.chmod(0o755)
    return program


LINE = """\
import typer

app = typer.Typer()


@app.command()
def main() -> None:
    typer.echo("one line")
"""

TABLE = """\
import typer
from rich.console import Console
from rich.table import Table

app = typer.Typer()

ROWS = {rows}


@app.command()
def main() -> None:
    table = Table(*ROWS[0])
    for row in ROWS[1:]:
        table.add_row(*row)
    Console(width={width}).print(table)
"""


def table_source(printed: str) -> str:
    """Return the smallest Typer and Rich program that prints, from literals, what our program printed."""
    lines = [line.strip() for line in printed.splitlines() if line.strip(" ─")]
    rows = [re.split(r"\s{2,}", line) for line in lines]
    columns = max(map(len, rows))
    width = max(map(len, lines)) + 4 * columns
    return TABLE.format(rows=[[*row, *[""] * (columns - len(row))] for row in rows], width=width)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The temporary folder, and what is installed in it."""

    folder: Path
    programs: Path

    @property
    def ours(self) -> Path:
        """Return our program."""
        return self.programs / "cnes-partners"

    def line(self) -> Path:
        """Return the smallest Typer program."""
        return add_floor(self.programs, "floor_line", LINE)

    def table(self, name: str, *arguments: str) -> Path:
        """Return the smallest Typer and Rich program that prints what our program answers to *arguments*."""
        return add_floor(self.programs, f"floor_{name}", table_source(self.answer(*arguments)))

    def answer(self, *arguments: str) -> str:
        """Return what our program prints."""
        done = subprocess.run(
            [self.ours, *arguments], check=True, capture_output=True, text=True, env=clean_environment()
        )
        return done.stdout

    def peer(self, name: str) -> Path:
        """Return the folder of a peer's programs, installed when first asked for."""
        home = self.folder / name
        return home / "bin" if home.exists() else make_environment(home, name)
