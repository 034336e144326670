# Everything a developer does here. `make` alone lists it.
# All of it writes to .venv/ and var/ and nowhere else.

MAKEFLAGS += --no-print-directory --no-builtin-rules
.DEFAULT_GOAL := help
SHELL := /bin/sh

PORT ?= 8000
ARGS ?=

# By path and -m, not by script: the first line of an installed script cannot hold a
# path with a space in it.
python := .venv/bin/python
manage := $(python) manage.py

# For commands that read the code and no data: they need settings, but none that matter.
without_data := SECRET_KEY=unused BASE_URL=http://127.0.0.1 DATABASE_URL=sqlite://:memory:

export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Keep what tools leave behind out of the source folders.
export PYTHONPYCACHEPREFIX := $(CURDIR)/var/pycache
export HYPOTHESIS_STORAGE_DIRECTORY := $(CURDIR)/var/hypothesis

.PHONY: help run password test coverage lint format messages migrations lock bench audit \
	guide venv venv-dev

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' Makefile
	@echo
	@echo '  Variables: PORT=8123 (run), ARGS="-k letters" (test), DATABASE_URL=postgres://…'

ifneq ($(PORT),8000)
run: export BASE_URL ?= http://127.0.0.1:$(PORT)
endif
run: venv var/.env ## start the site with the demo content on 127.0.0.1 (PORT=8000)
	@exec $(manage) serve --port "$(PORT)" --demo

password: venv var/.env ## give the demo's staff user a new password
	@$(manage) create_staff --reset

test: venv-dev ## install what the tests need, then run them (ARGS="-k letters -n 0")
	@sh .ci/test-tools
	@$(python) -m pytest --numprocesses=auto -m 'not browser' $(ARGS)
	@echo 'Now in the browser: a site and a Chromium for each of a few processes'
	@$(python) -m pytest --numprocesses=auto --maxprocesses=3 --dist=loadfile -rs -m browser \
		$(ARGS) || [ $$? -eq 5 ]

coverage: venv-dev ## run the tests in one process and list the lines they miss
	@mkdir -p var/coverage
	@$(python) -m coverage run -m pytest -m "not browser" $(ARGS)
	@$(python) -m coverage report

lint: venv-dev ## check style and missing migrations
	@$(python) -m ruff check .
	@$(python) -m ruff format --check .
	@$(without_data) $(manage) makemigrations --check --dry-run

format: venv-dev ## put the Python into the agreed style, fixing what can be fixed
	@$(python) -m ruff check --fix --quiet . || true
	@$(python) -m ruff format .

messages: venv-dev ## collect the strings to translate into site/locale, compile them
	@command -v msgfmt >/dev/null || { echo 'gettext is missing: apt-get install gettext' >&2; exit 1; }
	@$(without_data) $(manage) makemessages --all --no-obsolete --add-location file \
		--ignore 'var/*' --ignore '.venv/*' --ignore 'tests/*'
	@$(without_data) DJANGO_SETTINGS_MODULE=config.settings PYTHONPATH=.:site \
		$(python) -m tests.visitor_strings
	@$(without_data) $(manage) compilemessages --verbosity=0 --ignore '.venv/*'

migrations: venv ## write migrations for changed models
	@$(without_data) $(manage) makemigrations $(ARGS)

lock: venv-dev ## pin what requirements*.in and package.json ask for (ARGS=--upgrade)
	@$(python) -m uv --version >/dev/null 2>&1 || $(python) -m pip install --quiet uv
	@for name in requirements requirements-dev; do \
		echo "Compiling $$name.in"; \
		$(python) -m uv pip compile --quiet --universal --python-version 3.11 \
			--generate-hashes --no-emit-index-url --no-emit-find-links \
			--custom-compile-command 'make lock' $(ARGS) $$name.in --output-file $$name.txt \
			|| exit 1; \
	done
	@echo 'Locking tests/browser/package.json'
	@npm --prefix tests/browser install --package-lock-only --ignore-scripts --no-audit --no-fund \
		--omit-lockfile-registry-resolved --loglevel=error
	@sed -i 's/: "latest"/: "*"/' tests/browser/package-lock.json

bench: venv-dev ## letters, submitting, editor, publishing and PDFs in figures
	@$(python) -m tests.bench $(ARGS)

audit: venv-dev ## Lighthouse, mobile, on home, lists, letter and publication: fails below 100
	@sh .ci/test-tools --audit
	@$(python) -m tests.audit $(ARGS)

guide: venv-dev ## draw the pictures of docs/editors.md anew
	@GUIDE_PICTURES=1 $(python) -m pytest --numprocesses=0 -m browser \
		tests/browser/test_editors_guide.py

var/.env: | venv
	@echo 'Writing var/.env with a new secret key'
	@umask 077 && { \
		echo '# Settings of this machine, written by make once; .env.example explains each.'; \
		echo "SECRET_KEY=$$($(python) -c 'import secrets; print(secrets.token_urlsafe(50))')"; \
		printf '%s\n' 'ALLOWED_HOSTS=127.0.0.1,localhost' 'BASE_URL=http://127.0.0.1:8000' \
			'HTTPS=false' 'TRUSTED_PROXIES=0' 'EMAIL_URL=consolemail://'; \
	} > var/.env.new && mv var/.env.new var/.env

venv:
	@sh .ci/venv requirements.txt

venv-dev:
	@sh .ci/venv requirements-dev.txt
