"""Draw the README's picture, a real screen, for light and dark pages: ``python -m docs.picture``."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from pathlib import Path

from rich.console import CONSOLE_SVG_FORMAT, Console
from rich.terminal_theme import DIMMED_MONOKAI, TerminalTheme
from rich.text import Text

COMMAND = "cnes-partners timeline -p japan --theme solar-system"
FOLDER = Path(__file__).parent
_WIDTH = 88
_PAPER = TerminalTheme(
    (255, 255, 255),
    (36, 41, 47),
    [
        (36, 41, 47),
        (207, 34, 46),
        (17, 99, 41),
        (77, 45, 0),
        (9, 105, 218),
        (130, 80, 223),
        (27, 124, 131),
        (87, 96, 106),
    ],
    [
        (87, 96, 106),
        (164, 14, 38),
        (26, 127, 55),
        (99, 60, 1),
        (33, 139, 255),
        (164, 117, 249),
        (49, 146, 170),
        (87, 96, 106),
    ],
)
THEMES = {"light": _PAPER, "dark": DIMMED_MONOKAI}
# Rich's own page of SVG fetches its font and names its maker's address; this picture reaches for nothing.
_FORMAT = re.sub(r"@font-face \{\{.*?\}\}\n|<!--.*?-->\n", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL).replace(
    "Fira Code, monospace", "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"
)


def screen() -> str:
    """Return what the program prints, with its colours."""
    arguments = [*COMMAND.split()[1:], "--color", "always", "--width", str(_WIDTH)]
    found = subprocess.run(
        [sys.executable, "-m", "cnes_partners", *arguments], check=True, capture_output=True, encoding="utf-8"
    )
    return found.stdout


def picture(theme: str) -> str:
    """Return the screen as SVG: "light" or "dark"."""
    console = Console(record=True, width=_WIDTH, file=io.StringIO())
    console.print(Text.from_ansi(f"$ {COMMAND}\n{screen()}"))
    return console.export_svg(title="", theme=THEMES[theme], code_format=_FORMAT, unique_id=f"screen-{theme}")


def main() -> None:
    """Write both pictures beside this file."""
    for theme in THEMES:
        (FOLDER / f"screen-{theme}.svg").write_text(picture(theme), encoding="utf-8")


if __name__ == "__main__":
    main()
