"""YAML: what JSON would hold; what a reader could take for no text is quoted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from cnes_partners.decode.yaml_text import is_trap
from cnes_partners.output.formats.look import Look
from cnes_partners.output.formats.records import plain_records
from cnes_partners.views.view import View

_WIDTH = 100


def texts(view: View, look: Look) -> Iterator[str]:
    """Yield one YAML document."""
    is_empty = True
    for record in plain_records(view, look):
        yield _dumped(record if view.is_single else [record])
        is_empty = False
    if is_empty:
        yield "[]\n"


def _dumped(value: Any) -> str:
    return yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH)


_WRITER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)  # libyaml's, where PyYAML was built with it


class _Dumper(_WRITER):  # type: ignore[misc]
    """Writes as that does, quoting every word that YAML 1.1 or 1.2 retypes, and writing equal values out."""

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def represent_text(self, text: str) -> Any:
        shown = text.encode(errors="backslashreplace").decode()  # libyaml takes no half of a surrogate pair
        return self.represent_scalar("tag:yaml.org,2002:str", shown, style='"' if is_trap(shown) else None)


_Dumper.add_representer(str, _Dumper.represent_text)
