# make help lists what there is. Every target makes what it needs.
.DEFAULT_GOAL := help
.PHONY: help setup run chat train test test-app test-rasa test-long lint types lock clean

NWD := .venv/bin/nwd
PY := .venv/bin/python
# The tests need loopback only; keep proxies of the machine out of it.
export NO_PROXY := 127.0.0.1,localhost
# Before numpy: a message is read quickest by one thread. Two that share busy cores wait for each other by spinning.
export OPENBLAS_NUM_THREADS := 1
# Where it is set, each of the hundreds of processes of a test run compiles every module it imports anew: 4 s of 5.
unexport PYTHONDONTWRITEBYTECODE

help: ## List the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

.venv/.ready: requirements.txt pyproject.toml
	@scripts/setup.sh app

.venv/.ready-dev: requirements-dev.txt .venv/.ready
	@scripts/setup.sh dev

nlu/.venv/.ready: nlu/requirements.txt
	@scripts/setup.sh nlu

setup: .venv/.ready nlu/.venv/.ready train ## Install both environments and train

train: .venv/.ready nlu/.venv/.ready ## Train the dialogue, if anything it is made of has changed
	@$(NWD) train

run: setup ## Start everything and print the address of the local page
	@$(NWD) run

chat: setup ## Talk to the navigator in this terminal
	@$(NWD) chat

test: setup .venv/.ready-dev ## Run all tests but the long ones
	@scripts/system-packages.sh
	@$(MAKE) --no-print-directory --jobs 2 test-app test-rasa

test-app: # A worker waits for Rasa, for Chromium or a clock half of its time, so that two cores keep four busy
	@$(PY) -m pytest -n 4 --dist loadfile --no-loadscope-reorder

test-rasa:
	@nlu/.venv/bin/python -m pytest -c nlu/pytest.ini tests/nlu

test-long: setup .venv/.ready-dev ## Run soaks and endurance tests
	@scripts/system-packages.sh
	@$(PY) -m pytest -m long || [ $$? -eq 5 ]  # 5: there are none

lint: .venv/.ready-dev ## Check style
	@$(PY) -m ruff check --quiet . && $(PY) -m ruff format --check --quiet .

types: .venv/.ready-dev ## Check types
	@$(PY) -m mypy

lock: ## Compile the pinned requirement files anew
	@scripts/lock.sh

clean: ## Remove environments, models and the local database
	@rm -rf .venv .uv nlu/.venv var
