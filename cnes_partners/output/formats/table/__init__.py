"""A View as people read it: tables on a terminal, the same uncoloured and uncut off it."""
