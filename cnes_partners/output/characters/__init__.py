"""Charts in characters: lines of text no wider than asked for, in colours that never speak alone."""
