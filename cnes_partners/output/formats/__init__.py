"""The formats of an answer, a module each; the table of them is formats.py. Only table/ imports rich."""
