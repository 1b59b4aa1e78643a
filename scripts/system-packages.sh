#!/usr/bin/env bash
# Chromium, PostgreSQL and Compose for the tests that need the real ones, from Debian's packages where we may install them.
# Of Compose the client alone: it reads a file without an engine.
set -u
missing=()
command -v chromium >/dev/null || missing+=(chromium)
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
docker compose version >/dev/null 2>&1 || command -v docker-compose >/dev/null || missing+=(docker-compose)
[ ${#missing[@]} -eq 0 ] && exit 0

install() { # one package; an engine that Compose recommends is not wanted
  local plain=()
  [ "$1" = docker-compose ] && plain=(--no-install-recommends)
  echo "• Installing $1" >&2
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${plain[@]}" "$1" >/dev/null
}

may_install=false
[ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq >/dev/null && may_install=true
for package in "${missing[@]}"; do
  $may_install && install "$package" && continue
  echo "!! $package not installed: the tests that need it will be SKIPPED. Install: apt-get install $package" >&2
done
