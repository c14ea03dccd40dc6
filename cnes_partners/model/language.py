"""The languages of what people read."""

from enum import StrEnum


class Language(StrEnum):
    """The languages of the words that people read; keys, ids and codes never change."""

    ENGLISH = "en"
    FRENCH = "fr"
