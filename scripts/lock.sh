#!/usr/bin/env bash
# Compiles the pinned, hashed requirement files from the declared dependencies. The files hold no addresses.
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="$PATH:.uv/bin:$(ls -d "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.1[0-9]*/bin 2>/dev/null | tr '\n' ':')"
flags=(--quiet --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate)
uv pip compile "${flags[@]}" --universal --python-version 3.11 pyproject.toml --extra dev -o requirements-dev.txt "$@"
uv pip compile "${flags[@]}" --universal --python-version 3.11 --constraint requirements-dev.txt \
  pyproject.toml scripts/build.in -o requirements.txt "$@"
[ -f nlu/requirements.in ] && uv pip compile "${flags[@]}" --python-version 3.10 nlu/requirements.in -o nlu/requirements.txt "$@"
echo uv | uv pip compile "${flags[@]}" --universal - -o requirements-uv.txt "$@"
