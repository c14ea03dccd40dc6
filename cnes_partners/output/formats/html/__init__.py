"""A View as one page of HTML that needs nothing else: to read, to print, to paste."""
