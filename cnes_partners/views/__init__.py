"""From answers to views: titles, columns and words, in English or French. They know no terminal."""
