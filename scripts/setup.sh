#!/usr/bin/env bash
# Makes the project's environments: `setup.sh app` (.venv), `setup.sh dev` (test tools on top), `setup.sh nlu` (nlu/.venv).
# Needs any Python 3.11 or newer to begin with; Python 3.10 for Rasa is found on PATH or under pyenv, else uv fetches one.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '\033[1m%s\033[0m\n' "• $*" >&2; }

pyenv_versions() { ls -d "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.1[0-9]*/bin 2>/dev/null | tr '\n' ':' || true; }

find_uv() {
  if command -v uv >/dev/null && uv --version >/dev/null 2>&1; then command -v uv; return; fi
  if [ ! -x .uv/bin/uv ]; then
    say "Installing the package installer"
    python3 -m venv .uv
    .uv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-uv.txt
  fi
  echo .uv/bin/uv
}

# The distribution's own Python where it is new enough: built for speed, it runs us a quarter faster than one of pyenv's.
python_for_app() {
  if /usr/bin/python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then echo /usr/bin/python3
  else echo '>=3.11'; fi
}

# One part may take minutes: a terminal sees the seconds run, a log has a line every five.
still_at_it() {
  if [ -t 2 ]; then while sleep 2 >/dev/null 2>&1; do printf '\033[K  still at it, %s s so far\r' "$SECONDS"; done
  else while sleep 5 >/dev/null 2>&1; do say "still at it, $SECONDS s so far"; done; fi >&2
}
still_at_it &
trap "kill $!" EXIT

UV=$(find_uv)
export PATH="$PATH:$(pyenv_versions)"
unset VIRTUAL_ENV

# The installer names the large parts that it downloads; its list of hundreds of small ones is left out.
sync() { "$UV" pip install --python "$1/bin/python" --require-hashes -r "$2" 2> >(grep -v '^ [+~-] ' >&2); }

case "${1:?say which environment: app, dev or nlu}" in
  app)
    say "Installing the app (about a minute the first time)"
    [ -x .venv/bin/python ] || "$UV" venv --quiet --python "$(python_for_app)" .venv
    sync .venv requirements.txt
    "$UV" pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation --editable .
    touch .venv/.ready ;;
  dev)
    say "Installing the test tools"
    sync .venv requirements-dev.txt
    touch .venv/.ready-dev ;;
  nlu)
    say "Installing Rasa (2.5 GB, a few minutes the first time)"
    [ -x nlu/.venv/bin/python ] || "$UV" venv --quiet --python 3.10 nlu/.venv
    sync nlu/.venv nlu/requirements.txt
    touch nlu/.venv/.ready ;;
  *) echo "setup.sh: say app, dev or nlu" >&2; exit 2 ;;
esac
