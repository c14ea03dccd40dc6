"""Rules about what a record rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import parse_qsl, urlsplit

from cnes_partners.errors import Problem
from cnes_partners.model.records.disagreements import Disagreement
from cnes_partners.model.records.missions import Launch
from cnes_partners.model.sentences import Sentence, in_both, sentence, translatable
from cnes_partners.rules.subject import Subject, blocks

_TRACKING = re.compile(r"(?:utm_.*|mtm_.*|pk_.*|fbclid|gclid|dclid|msclkid|yclid|twclid|igshid|mc_cid|mc_eid|xtor|_ga)")
_ADDRESS_NUMBER = re.compile(r"[0-9.]+|0x[0-9a-f]+|.*:.*")
_PUBLIC_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]")
_PRIVATE_ENDINGS = (".local", ".localhost", ".internal", ".lan", ".home", ".corp", ".invalid", ".test", ".onion")
_ARCHIVES = ("archive.org", "archive.ph", "archive.today", "archive.is")
_PROXY_HOSTS = (
    "translate.goog", "translate.google.com", "webcache.googleusercontent.com", "cc.bingj.com", "r.jina.ai",
    "12ft.io", "outline.com", "allorigins.win", "corsproxy.io", "scholar.archive.org",
)  # fmt: skip
_PROXY_NAME = re.compile(r"(?:^|[.-])(?:ez)?proxy(?:[.-]|\d|$)")


def addresses_are_canonical(subject: Subject) -> Iterator[Problem]:
    """Yield addresses that are not those of a public page: other schemes, ports, numbers, proxies, tracking."""
    for entry in subject.entries("sources"):
        if fault := _fault(entry.record.url, via=entry.record.via):
            yield entry.problem_at(("url",), fault)
        archived = entry.record.archived
        if archived and (fault := _fault(archived, via=archived) or _unarchived(archived)):
            yield entry.problem_at(("archived",), fault)


def _unarchived(url: str) -> Sentence | None:
    """Return what is wrong with the address of a copy that is to last, None where an archive keeps it."""
    is_kept = _is_of(urlsplit(url).hostname or "", _ARCHIVES)
    return None if is_kept else sentence("expected an archive's address (archive.org)")


def _fault(url: str, *, via: str | None) -> Sentence | None:
    """Return what is wrong with an address, None where nothing is."""
    try:
        parts = urlsplit(url)
        port, host = parts.port, parts.hostname or ""
    except ValueError as error:
        return in_both(f"not an address: {error}", sentence("not an address"))
    if parts.scheme not in ("http", "https"):
        return sentence("expected an address that begins with https:// or http://")
    if not url.isascii() or re.search(r'[\s<>"{}|\\^`]', url):
        return sentence("an address has no spaces, quotes or letters beyond ASCII (percent-encode them)")
    if parts.username or parts.password or "@" in parts.netloc:
        return sentence("a user name stands in the address (take it out)")
    if port is not None:
        return sentence("port {port} stands in the address (give the public address)", port=str(port))
    if _ADDRESS_NUMBER.fullmatch(host) or not _PUBLIC_HOST.fullmatch(host) or host.endswith(_PRIVATE_ENDINGS):
        return sentence('"{host}" is not the name of a public host', host=host)
    if _is_of(host, _PROXY_HOSTS) or _PROXY_NAME.search(host):
        template = translatable(
            '"{host}" shows pages of others (give the address of the page, and say in via how it was read)'
        )
        return sentence(template, host=host)
    if _is_of(host, _ARCHIVES) and via is None:
        return sentence("an archive's copy (say so in via)")
    tracking = [key for key, _ in parse_qsl(parts.query, keep_blank_values=True) if _TRACKING.fullmatch(key.lower())]
    return sentence("tracking parameter {name} (take it out)", name=tracking[0]) if tracking else None


def _is_of(host: str, sites: Sequence[str]) -> bool:
    return any(host == site or host.endswith(f".{site}") for site in sites)


def figures_have_sources(subject: Subject) -> Iterator[Problem]:
    """Yield launch dates, kept values and statuses that rest on nothing.

    Everything else that states something cannot be decoded without its source.
    """
    for entry in subject.entries():
        for path, block in blocks(entry.record):
            if isinstance(block, Launch) and block.date and not block.source:
                yield entry.problem_at((*path, "date"), "a launch date has a source (add launch.source)")
            if isinstance(block, Disagreement) and block.kept and not (block.kept_source or block.note):
                yield entry.problem_at((*path, "kept"), "name its kept_source, or say in the note why it is kept")
    for entry in subject.entries("partners"):
        if entry.record.status and not entry.record.status_source:
            yield entry.problem_at(("status",), "a status has a source (add status_source)")
