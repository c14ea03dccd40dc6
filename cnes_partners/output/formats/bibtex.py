"""BibTeX with the types and fields of biblatex, whose dates are as exact as ours: the bibliography of an answer."""

from __future__ import annotations

from collections.abc import Iterator

from cnes_partners.output.formats.look import Look
from cnes_partners.views.view import View
from cnes_partners.views.works import Work, WorkType, works

_TYPES = {
    WorkType.DATASET: "dataset",
    WorkType.WEBPAGE: "online",
    WorkType.NEWS: "article",
    WorkType.ARTICLE: "article",
    WorkType.PAPER: "inproceedings",
    WorkType.REPORT: "report",
    WorkType.LAW: "legislation",
}
_LANGUAGES = {  # as babel calls them
    "ar": "arabic", "bg": "bulgarian", "cs": "czech", "da": "danish", "de": "german", "en": "english", "es": "spanish",
    "et": "estonian", "fi": "finnish", "fr": "french", "hi": "hindi", "id": "indonesian", "it": "italian",
    "ja": "japanese", "ko": "korean", "nl": "dutch", "no": "norsk", "pl": "polish", "pt": "portuguese",
    "ro": "romanian", "ru": "russian", "sk": "slovak", "sv": "swedish", "tr": "turkish", "zh": "chinese",
}  # fmt: skip
_ESCAPES = str.maketrans(
    {sign: f"\\{sign}" for sign in "%&#$_"}
    | {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}  # BibTeX counts those behind a backslash, too
    | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
)


def texts(view: View, look: Look) -> Iterator[str]:
    """Yield an entry for each work."""
    for work in works(view.backing):
        fields = "".join(f"  {name} = {{{' '.join(value.split())}}},\n" for name, value in _fields(work))
        yield f"@{_TYPES[work.type]}{{{work.id},\n{fields}}}\n\n"


def _fields(work: Work) -> Iterator[tuple[str, str]]:
    note = f"Licence: {work.licence}" if work.licence else work.archived and f"Archived copy: {work.archived}"
    found = (
        ("title", _whole(work.title)),
        ("author", _whole(work.author)),
        ("journaltitle", _whole(work.container)),
        ("entrysubtype", "newspaper" if work.type is WorkType.NEWS else None),
        ("institution" if work.type is WorkType.REPORT else "publisher", _whole(work.publisher)),
        ("date", work.issued),
        ("urldate", work.accessed),
        ("url", _verbatim(work.url)),
        ("doi", _verbatim(work.doi)),
        ("langid", _LANGUAGES.get(work.language or "")),
        ("version", work.version),
        ("note", note and note.translate(_ESCAPES)),
    )
    return ((name, value) for name, value in found if value)


def _whole(text: str | None) -> str | None:
    """Return text in braces of its own: a name is not taken apart, and no word gets other letters."""
    return text and f"{{{text.translate(_ESCAPES)}}}"


def _verbatim(address: str | None) -> str | None:
    """Return an address, in which nothing is escaped, without the braces that would end it."""
    return address and address.replace("{", "%7B").replace("}", "%7D")
