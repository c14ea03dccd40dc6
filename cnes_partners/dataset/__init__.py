"""The dataset: where it lies, its tables, read one at a time when asked for, and its names."""
