#!/usr/bin/env bash
# Makes what is missing in deploy/secrets: `deploy/make-secrets.sh smtps://user:password@host:465`. Never replaces a file.
# The folder is its owner's alone; the files inside are readable, since each is mounted for another user.
set -euo pipefail
cd "$(dirname "$0")"
umask 077
mkdir -p secrets
chmod 700 secrets

random() { head -c 48 /dev/urandom | base64 | tr -d '+/=\n'; }
keep() { [ -s "secrets/$1" ] || { printf '%s' "$2" >"secrets/$1"; echo "made deploy/secrets/$1"; }; }

[ -s secrets/nwd_smtp_url ] || [ $# -eq 1 ] || { echo "say how mail is sent: $0 smtps://user:password@host:465" >&2; exit 2; }
keep nwd_smtp_url "${1:-}"
keep nwd_secret_key "$(random)"
keep nwd_rasa_token "$(random)"
keep database_password "$(random)"
keep nwd_database_url "postgresql://nwd:$(cat secrets/database_password)@database:5432/nwd"
chmod 644 secrets/*
echo "Keep a copy of nwd_secret_key apart from the database's backups: without it they cannot be read."
