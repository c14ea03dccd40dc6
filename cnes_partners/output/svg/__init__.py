"""Charts as SVG: a file that needs nothing else, read alike by browsers, LibreOffice, Inkscape and librsvg."""
