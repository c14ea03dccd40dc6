"""The closed sets of words that the records use; data/README.md explains each."""
