"""The dataset as an SQLite database: tables generated from the records, rows, and questions in SQL."""
