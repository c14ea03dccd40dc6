"""What changed between two datasets, of one shape or of two."""
