"""Finding every record that mentions some words: what is read, what words mean alike, and what a match is worth."""
