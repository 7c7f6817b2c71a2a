# The commands of the README, nothing clever.
PYTHON ?= python3
BIN := .venv/bin
# An editable install copies the graph component: it is installed again when one of these changes.
INSTALLED_FROM := pyproject.toml ui/pyproject.toml $(wildcard ui/frontend/*)

.PHONY: run test bench frontend shots clean tck

run: .venv/installed
	$(BIN)/tifa ui

test: .venv/installed-for-tests
	$(BIN)/python tests/prepare.py
	$(BIN)/python -m pytest

bench: .venv/installed-for-tests
	$(BIN)/python tests/bench/run.py
	$(BIN)/python tests/bench/bench_reading.py
	$(BIN)/python tests/bench/bench_stores.py

# The openCypher TCK's read-only scenarios: make tck TCK=path/to/openCypher/tck/features
tck: .venv/installed-for-tests
	$(BIN)/python tests/tck.py "$(TCK)"

shots: .venv/installed-for-tests
	$(BIN)/python tests/shots.py

# Rebuilds the graph component and the snapshot's script, and says whether they differ from the committed files.
frontend:
	cd ui/canvas && npm ci --ignore-scripts=false && npm run build
	git diff --stat --exit-code -- ui/frontend ui/canvas graph/exporters/page

.venv/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Tifa needs Python 3.11 or newer; $(PYTHON) is older. Name another one: make run PYTHON=python3.12"; exit 2; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "The environment could not be made. On Debian and Ubuntu install the package python3-venv, then try again."; exit 2; }

.venv/installed: .venv/bin/pip $(INSTALLED_FROM)
	$(BIN)/pip install --quiet --disable-pip-version-check -e .
	@touch $@

.venv/installed-for-tests: .venv/bin/pip $(INSTALLED_FROM)
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[test]'
	@touch $@ .venv/installed

clean:
	rm -rf .venv build dist
