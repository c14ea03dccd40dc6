"""The records of the dataset, as frozen dataclasses. Fields stand in the order of the YAML files.

Everywhere: None means "not known", a tuple may be empty, amounts are million euro at current prices,
shares are percent (0 to 100), ids of partners are ISO 3166 codes in lower case or a short name. Texts are English;
a field ``x_fr`` is the French of the field ``x``, and may be None where that has no words to translate. What each
field holds is told in ``model/descriptions.py``.

A class costs about a millisecond to make, so each subject is a module that is imported when its table is read; their
annotations are types, not text, so that nothing has to evaluate them again.
"""
