"""The whole dataset in a file that another tool opens: SQLite, JSON, Excel, or a folder of CSV."""
