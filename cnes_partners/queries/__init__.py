"""The answers: pure functions from the dataset to frozen records. They know no terminal and no language."""
