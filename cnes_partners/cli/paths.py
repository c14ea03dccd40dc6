"""Where an answer and its picture may go: names that say something else, or the same twice, are refused."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from cnes_partners.errors import UsageError
from cnes_partners.model.sentences import Sentence, paragraph, sentence
from cnes_partners.output.formats.formats import ENDINGS, Format, format_of

_COMPRESSED = (".gz", ".bz2", ".xz", ".zst", ".zip")
_PICTURES = (".svg", ".png", ".jpg", ".pdf")


def format_at(file: Path | None) -> Format:
    """Return the format that a file's name says, a table where it or standard output says none.

    Raises:
        UsageError: It ends in what no format has; the message says what to use.
    """
    if file is None:
        return Format.TABLE
    format = format_of(file)
    if format is None:
        none = sentence(
            "No format of an answer ends in '{ending}': end FILE in {known}, or say which with -f.",
            ending=file.suffix,
            known=tuple(sorted(filter(None, ENDINGS))),
        )
        raise UsageError(paragraph(none, *_hint(file)))
    return format


def _hint(file: Path) -> Iterator[Sentence]:
    """Yield what else may have been meant by an ending that no format has."""
    from cnes_partners.output.export.export import ENDINGS as EXPORTS

    ending = file.suffix.lower()
    if ending in EXPORTS:
        yield sentence("The whole dataset as {ending}: cnes-partners export {file}.", ending=ending, file=str(file))
    elif ending in _COMPRESSED:
        yield sentence("To compress it: -f csv | gzip > {file}.", file=str(file.with_suffix(".gz")))
    elif ending in _PICTURES:
        yield sentence("A picture: --svg FILE.svg, of esa and timeline.")


def refuse_paths(output: Path | None, picture: Path | None) -> None:
    """Refuse a picture that is not named as one, or would take the place of the answer.

    Raises:
        UsageError: It is refused; the message says what to do.
    """
    if picture is None:
        return
    if picture.suffix.lower() not in ("", ".svg") or picture.name == "-":
        raise UsageError(sentence("--svg writes SVG, to a file: name it FILE.svg, not '{file}'.", file=str(picture)))
    if output is not None and _is_same_file(output, picture):
        raise UsageError(sentence("-o and --svg name the same file, '{file}': give each its own.", file=str(picture)))


def _is_same_file(one: Path, other: Path) -> bool:
    """Return whether two paths lead to one file; a device or a pipe takes more than one thing."""
    is_special = other.exists() and not other.is_file()
    return os.path.realpath(one) == os.path.realpath(other) and not is_special
