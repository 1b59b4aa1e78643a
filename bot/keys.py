"""Turning keys over in every store of an installation, for ``nwd keys``."""

from __future__ import annotations

from typing import Any

import structlog

from bot.house import House
from bot.store import kept_keys
from bot.store.trackers import Trackers

log = structlog.get_logger()


def turn_keys_over(house: House) -> dict[str, Any]:
    """Counts by table: ``turned`` now, ``stood`` under the newest key already, ``lost`` (no key opens it).

    First what must outlive the old secret is kept, then everything is turned over. Safe to stop and to run again.
    """
    kept_keys.keep(house.engine, house.cipher, house.clock.now())
    counts = {name: found._asdict() for name, found in house.introductions.rotate_keys().items()}
    turned, stood = Trackers.beside(house.engine, house.cipher).rotate()
    if turned or stood:
        counts["tracker"] = {"turned": turned, "stood": stood, "lost": 0}
    total = {name: sum(one[name] for one in counts.values()) for name in ("turned", "stood", "lost")}
    log.info("keys_rotated", **total)
    return {"secrets": len(house.settings.secrets), "tables": counts, **total}
