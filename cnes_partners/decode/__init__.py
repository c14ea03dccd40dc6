"""From plain YAML or JSON values to the model, strictly: every error has its file, line, record and field."""
