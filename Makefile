# One definition of "checked", for people and CI: make check
PYTHON ?= python

.PHONY: check lint types layers docs test audit
check: lint types layers docs test

lint:
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .

types:
	$(PYTHON) -m mypy

layers:
	lint-imports

docs:
	$(PYTHON) -m cogapp --check -P README.md docs/*.md

test:
	$(PYTHON) -m pytest --cov --cov-report=term

# Known vulnerabilities of the dependencies; asks an advisory service, so it stands apart from check.
audit:
	$(PYTHON) -m pip install --quiet pip-audit
	$(PYTHON) -m pip_audit .
