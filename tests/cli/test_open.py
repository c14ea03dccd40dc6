"""``open``: the page of a source, a mission or a partner, in the browser or as its address."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import SMALL, Run, write_dataset

PAGE = "https://example.org/page"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the addresses that the browser is given; there is one."""
    addresses: list[str] = []

    def keep(address: str) -> bool:
        addresses.append(address)
        return True

    monkeypatch.setattr("webbrowser.open", keep)
    return addresses


@pytest.mark.parametrize(
    ("id", "address"),
    [
        ("old-page", "https://example.org/old"),
        ("OLD-BOOK", "https://example.org/book"),
        ("moons", PAGE),
        ("phobos probe", PAGE),
        ("Japon", PAGE),
        ("jaxa", PAGE),
    ],
)
def test_the_page_of_a_record_is_opened(run: Run, small: Path, opened: list[str], id: str, address: str) -> None:
    """By any name that finds the record; what was opened stands on standard error."""
    result = run("open", id, data=small)
    assert (result.exit_code, result.stdout, opened) == (0, "", [address])
    assert result.stderr.startswith(f"Opened {address} (")


def test_an_address_is_printed_alone(run: Run, small: Path, opened: list[str]) -> None:
    """For xargs and copying; nothing is opened."""
    result = run("open", "swot", "--print", data=small)
    assert result.exit_code == 3
    result = run("open", "moons", "--print", data=small)
    assert (result.exit_code, result.stdout, result.stderr, opened) == (0, f"{PAGE}\n", "", [])


@pytest.mark.parametrize(
    ("id", "message"),
    [
        ("mons", "No source, mission or partner is called 'mons'. Did you mean Moons (moons)?"),
        ("old-pag", "No source, mission or partner is called 'old-pag'. Did you mean old-page?"),
        ("Norwy", "No source, mission or partner is called 'Norwy'. Did you mean Norway (no)?"),
        (
            "zz",
            "No source, mission or partner is called 'zz' (list them: cnes-partners sources, missions or partners).",
        ),
        ("Peru", "Peru (pe) is no partner of its own here."),
    ],
)
def test_a_name_of_nothing_has_near_ones(run: Run, small: Path, opened: list[str], id: str, message: str) -> None:
    """Of all three kinds; nothing is opened."""
    result = run("open", id, data=small)
    assert (result.exit_code, result.stdout, opened) == (3, "", [])
    assert result.stderr == f"cnes-partners: {message}\n"


def test_a_mission_and_a_partner_of_one_name_are_told_apart(run: Run, tmp_path: Path, opened: list[str]) -> None:
    """None is guessed; by its id each can be had."""
    mission = SMALL["missions/moons.yaml"].replace("Phobos probe", "Norway")
    folder = write_dataset(tmp_path / "data", {**SMALL, "missions/moons.yaml": mission})
    result = run("open", "norway", data=folder)
    assert (result.exit_code, opened) == (3, [])
    assert result.stderr == "cnes-partners: 'norway' may mean more than one record: Moons (moons), Norway (no)\n"
    assert run("open", "no", "--print", data=folder).stdout == f"{PAGE}\n"


def test_without_a_browser_the_address_is_told(run: Run, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that it can be had nevertheless."""
    monkeypatch.setattr("webbrowser.open", lambda _address: False)
    result = run("open", "moons", data=small)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (f"cnes-partners: No browser could be started; the address is {PAGE} (--print prints it)\n")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "--new-window", "C:\\\\x.exe"])
def test_only_pages_of_the_web_are_opened(run: Run, tmp_path: Path, opened: list[str], address: str) -> None:
    """Whatever a dataset of others holds."""
    sources = SMALL["sources.yaml"].replace(PAGE, f'"{address}"')
    folder = write_dataset(tmp_path / "data", {**SMALL, "sources.yaml": sources})
    for options in ([], ["--print"]):
        result = run("open", "page", *options, data=folder)
        assert (result.exit_code, result.stdout, opened) == (3, "", [])
        assert result.stderr.startswith("cnes-partners: The address of page is none of the web: ")
        assert result.stderr.count("\n") == 1
