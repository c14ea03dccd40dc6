"""A column is meant by its name, its title, or a word of either that no other column has."""

from __future__ import annotations

import pytest

from cnes_partners.errors import UsageError
from cnes_partners.views.column_names import column_named
from cnes_partners.views.view import column

COLUMNS = (
    column("id", "ID"),
    column("name", "Mission"),
    column("launch.date", "Lancement (UTC)"),
    column("status", "État"),
    column("amount_meur", "Montant"),
    column("a.b", "a.b", name="a.b"),
    column("launch.site", "launch.site", shown=False),
    column("launch.vehicle", "launch.vehicle", shown=False),
    column("status_source", "status_source", shown=False),
    column("contribution", "contribution", shown=False),
    column("contribution_fr", "contribution_fr", shown=False),
    column("share_of_total_pct", "share_of_total_pct", shown=False),
    column("share_of_members_pct", "share_of_members_pct", shown=False),
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("launch.date", "launch_date"),
        ("launch_date", "launch_date"),
        ("Launch-Date", "launch_date"),
        ("launch", "launch_date"),
        ("lancement", "launch_date"),
        ("date", "launch_date"),
        ("mission", "name"),
        ("etat", "status"),
        ("status", "status"),
        ("vehicle", "launch_vehicle"),
        ("amount", "amount_meur"),
        ("meur", "amount_meur"),
        ("a.b", "a.b"),
        ("contribution", "contribution"),
        ("source", "status_source"),
        ("members", "share_of_members_pct"),
    ],
)
def test_a_column_is_understood(text: str, name: str) -> None:
    """In both spellings of CSV and JSON, in the language of the table; one of the table goes first."""
    assert column_named(COLUMNS, text).name == name


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("share", "'share' may mean more than one column: share_of_total_pct, share_of_members_pct."),
        ("lauch", "No column is called 'lauch'. Near: launch_date, launch_site, launch_vehicle. Others: id, name, "),
        ("stat", "No column is called 'stat'. Near: status, status_source. Others: id, name, launch_date, "),
        ("zzz", "No column is called 'zzz'. Columns: id, name, launch_date, status, amount_meur, a.b, launch_site, "),
        ("…", "No column is called '…'. Columns: id, name, "),
    ],
)
def test_none_is_guessed(text: str, message: str) -> None:
    """Where several may be meant they are named, and where none is the nearest come first."""
    with pytest.raises(UsageError) as caught:
        column_named(COLUMNS, text)
    assert str(caught.value).startswith(message)
