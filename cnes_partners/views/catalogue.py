"""The texts of a language other than English, from its catalogue: see docs/translating.md."""

from __future__ import annotations

import re
from functools import cache
from gettext import GNUTranslations, c2py
from pathlib import Path
from typing import Any

_LOCALE = Path(__file__).parent.parent / "locale"
_FIELD = r'^(msgid|msgid_plural|msgstr(?:\[\d\])?) (".*"(?:\n".*")*)'


@cache
def catalogue(language: str) -> GNUTranslations:
    """Return the texts of a language: as people edit them where they are so, else compiled, as the build does."""
    path = _LOCALE / language / "LC_MESSAGES" / "cnes_partners.po"
    if path.exists():
        with path.open("rb") as edited:
            return _Edited(edited)
    with path.with_suffix(".mo").open("rb") as compiled:
        return GNUTranslations(compiled)


class _Edited(GNUTranslations):
    """The texts of a .po file: an editable install makes no copy of it, which could be older than what it is of."""

    def _parse(self, fp: Any) -> None:
        self._catalog: dict[str | tuple[str, int], str] = {}
        for entry in fp.read().decode().split("\n\n"):
            self._add({name: _joined(lines) for name, lines in re.findall(_FIELD, entry, re.MULTILINE)})
        self.plural = c2py(re.findall("plural=(.*?);", self._catalog[""])[0])

    def _add(self, fields: dict[str, str]) -> None:
        for name, text in fields.items():
            if name.startswith("msgstr") and text:
                id = fields["msgid"]
                self._catalog[(id, int(name[7])) if "msgid_plural" in fields else id] = text


def _joined(lines: str) -> str:
    """Return a text of a .po file, whose lines are quoted as JSON's are."""
    import json

    return "".join(json.loads(line) for line in lines.split("\n"))
