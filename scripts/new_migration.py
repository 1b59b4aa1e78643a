"""Writes a migration from what the tables have become: ``.venv/bin/python scripts/new_migration.py "what it does"``.

Read what it wrote before you commit it: it sees new and changed tables, not what becomes of the rows in them.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.script import Script, ScriptDirectory

from bot.house import alembic_config, upgrade
from bot.store.engine import open_engine


def main(message: str) -> None:
    config = alembic_config()
    number = len(list(ScriptDirectory.from_config(config).walk_revisions())) + 1
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{Path(folder) / 'new.db'}", busy_seconds=5)
        upgrade(engine)
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            written = command.revision(config, message=message, autogenerate=True, rev_id=f"{number:04}")
        engine.dispose()
    if isinstance(written, Script):
        _tidy(Path(written.path))


def _tidy(path: Path) -> None:
    lines = path.read_text().splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.strip().startswith("# ###")))
    for tool in (["check", "--fix", "--quiet", "--exit-zero"], ["format", "--quiet"]):
        subprocess.run([sys.executable, "-m", "ruff", *tool, str(path)], check=True)
    print(path)


if __name__ == "__main__":
    main(sys.argv[1])
