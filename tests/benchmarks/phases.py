"""Where the time of a listing goes: run by the installed environment's Python, prints milliseconds a phase as JSON.

python phases.py csv|table
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Iterator
from importlib import import_module
from time import perf_counter

FRAMEWORK = ("typer", "typer.core", "typer.main")
RICH = ("rich.console", "rich.table", "rich.text", "rich.box")
OURS = (
    "cnes_partners.cli.app",
    "cnes_partners.cli.missions",
    "cnes_partners.model.records.missions",
    "cnes_partners.output.write",
)


def phases(form: str) -> Iterator[str]:
    """Do the parts of ``missions --theme earth`` one after the other, and yield the name of each when it is done."""
    for name in FRAMEWORK:
        import_module(name)
    yield "import the framework"
    for name in OURS:
        import_module(name)
    yield "import ours"
    for name in (*RICH, "cnes_partners.output.formats.table.page") if form == "table" else ("csv",):
        import_module(name)
    yield "import what writes (Rich, csv)"
    from cnes_partners.cli.app import built
    from cnes_partners.cli.missions import missions as command

    built("missions", command)
    yield "build the command"
    from cnes_partners.dataset.find import load

    dataset = load()
    values = dataset.storage._value("missions")
    yield "read"
    from cnes_partners.decode.build import build
    from cnes_partners.model.records.missions import Mission

    dataset.__dict__["missions"] = build(Mission, values)
    yield "decode"
    from cnes_partners.model.vocabulary.missions import Theme
    from cnes_partners.queries.filters import Filters
    from cnes_partners.queries.known import Known
    from cnes_partners.queries.missions import listed_missions
    from cnes_partners.views.missions import missions_view
    from cnes_partners.views.words import Words

    view = missions_view(listed_missions(dataset, Filters(themes=(Theme.EARTH,))).records, Words(known=Known(dataset)))
    yield "query"
    from cnes_partners.output.formats.formats import Format
    from cnes_partners.output.write import Wish, texts_of

    "".join(texts_of(view, Wish(format=Format.TABLE if form == "table" else Format.CSV), stream=None))
    yield "render"


def main() -> None:
    """Print what each phase took."""
    gc.disable()
    took, before = {}, perf_counter()
    for name in phases(sys.argv[1]):
        took[name] = (perf_counter() - before) * 1000
        before = perf_counter()
    print(json.dumps(took))


if __name__ == "__main__":
    main()
