#!/usr/bin/env bash
# Chromium and PostgreSQL for the tests that need the real ones, from Debian's packages where we may install them.
set -u
missing=()
command -v chromium >/dev/null || missing+=(chromium)
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
[ ${#missing[@]} -eq 0 ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "• Installing ${missing[*]}" >&2
  apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}" >/dev/null && exit 0
fi
echo "!! ${missing[*]} not installed: the tests that need it will be SKIPPED. Install: apt-get install ${missing[*]}" >&2
