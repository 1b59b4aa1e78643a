"""Keys that must outlive the secret they came from, themselves encrypted under the newest one."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import Column, Engine, String, Table, Text, select

from bot.store.engine import READ_ONLY
from introductions.links import LIFE
from introductions.store.columns import Utc
from knowledge.store import metadata
from nwd.cipher import Cipher, KeptKeys

LOOK_UP, SIGNATURE = "look-up", "signature"
SIGNATURES_COUNT_FOR = LIFE + timedelta(days=1)
"""After that no link signed with an old key is still open."""

kept_key = Table(
    "kept_key",
    metadata,
    Column("id", String(16), primary_key=True),  # look-up, or signature-1 …
    Column("key", Text, nullable=False),  # encrypted hex
    Column("kept", Utc, nullable=False),
)


def read(engine: Engine, opens: Cipher, now: datetime) -> KeptKeys:
    """What was kept, opened with ``opens``; signatures only while a link may still carry one."""
    with engine.connect().execution_options(**READ_ONLY) as connection:
        rows = connection.execute(select(kept_key).order_by(kept_key.c.id)).all()
    keys = {row.id: bytes.fromhex(opens.decrypt(row.key)) for row in rows}
    fresh = [row.id for row in rows if row.id != LOOK_UP and row.kept > now - SIGNATURES_COUNT_FOR]
    return KeptKeys(keys.get(LOOK_UP), tuple(keys[one] for one in fresh))


def keep(engine: Engine, cipher: Cipher, now: datetime) -> None:
    """Keep what ``cipher`` would lose with its older secrets. What is kept already stays as it is."""
    kept = read(engine, cipher, now)
    wanted = cipher.to_keep
    with engine.begin() as connection:
        if kept.look_up is None and wanted.look_up is not None:
            sealed = cipher.encrypt(wanted.look_up.hex())
            connection.execute(kept_key.insert().values(id=LOOK_UP, key=sealed, kept=now))
        for key in set(wanted.signatures) - set(kept.signatures):
            sealed = cipher.encrypt(key.hex())
            name = f"{SIGNATURE}-{_mark(key)}"
            connection.execute(kept_key.delete().where(kept_key.c.id == name))
            connection.execute(kept_key.insert().values(id=name, key=sealed, kept=now))


def _mark(key: bytes) -> str:
    """Names a key without telling it: six characters of a hash of a 256-bit key."""
    return hashlib.sha256(key).hexdigest()[:6]
