"""The command line: parse, ask, show. Only this package imports typer."""
