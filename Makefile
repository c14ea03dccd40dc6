# One definition of "checked", for people and CI: make check
PYTHON ?= python

.PHONY: check lint types layers docs renew test audit browser catalog lock mutants
check: lint types layers docs test

lint:
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	reuse lint --quiet
	zizmor --offline --quiet .github

types:
	$(PYTHON) -m mypy

layers:
	lint-imports

GENERATED = README.md README.fr.md docs/*.md docs/cnes-partners.1
docs:
	$(PYTHON) -m cogapp --check -P $(GENERATED)

# What the documents show of the program and its data, from both as they are now.
renew:
	$(PYTHON) -m cogapp -r -P $(GENERATED)

test:
	$(PYTHON) -m pytest -n auto --cov --cov-report=term

# Known vulnerabilities of the dependencies; asks an advisory service, so it stands apart from check.
audit:
	$(PYTHON) -m pip install --quiet pip-audit
	$(PYTHON) -m pip_audit .

# The texts that the code says, brought into the catalogue of each language: see docs/translating.md.
BABEL = $(PYTHON) -m babel.messages.frontend -q
LOCALE = cnes_partners/locale
catalog:
	$(BABEL) extract -F pyproject.toml --no-default-keywords -k "say counted:2,3 sentence translatable problem_at:2 reject" --no-location \
		--no-wrap --sort-output -o $(LOCALE)/cnes_partners.pot cnes_partners
	$(BABEL) update -D cnes_partners -i $(LOCALE)/cnes_partners.pot -d $(LOCALE) --no-wrap --no-fuzzy-matching \
		--ignore-obsolete --ignore-pot-creation-date

# The newest versions that pyproject.toml admits, for every Python and system, and the lowest ones, which CI tries too.
COMPILE = $(PYTHON) -m uv pip compile --quiet --universal --python-version 3.11 --upgrade --no-annotate --no-emit-package pip \
	--custom-compile-command "make lock" pyproject.toml
lock:
	$(PYTHON) -m pip install --quiet uv
	$(COMPILE) --all-extras --output-file constraints.txt
	$(COMPILE) --extra dev --resolution lowest-direct --output-file .ci/lowest.txt

# The pages of -f html in Chromium, and what axe-core finds in them; the suite has the first part where Chromium is.
browser:
	npm install --silent --no-save --prefix build/browser axe-core@4
	$(PYTHON) -m pytest tests/browser

# How many of some 400 breaks made on purpose the tests notice; takes too long for check.
mutants:
	$(PYTHON) -m pip install --quiet mutmut
	$(PYTHON) tests/mutation/sample.py
