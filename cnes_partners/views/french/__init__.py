"""The French of every English text that the views say. A text stands in one of the modules, by its subject."""

from __future__ import annotations

from cnes_partners.views.french.changes import CHANGES
from cnes_partners.views.french.claims import CLAIMS
from cnes_partners.views.french.fields import FIELDS
from cnes_partners.views.french.money import MONEY
from cnes_partners.views.french.records import RECORDS
from cnes_partners.views.french.words import WORDS

FRENCH: dict[str, str] = WORDS | RECORDS | MONEY | CLAIMS | CHANGES | FIELDS
