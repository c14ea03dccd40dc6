"""From a View to text: a table for people, or JSON, CSV and their like for programs. Only table.py imports rich."""
