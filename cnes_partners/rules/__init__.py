"""What a good dataset must hold beyond decoding: one definition, for the tests of data/ and for ``check``."""
