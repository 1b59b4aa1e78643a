"""Pages: server-rendered HTML that works without scripts. ``routes``, ``refusal`` and ``card_url`` are all
that the composition root needs.
"""

from __future__ import annotations

from bot.web.card import card_url
from bot.web.deps import Deps
from bot.web.site import refusal, routes

__all__ = ["Deps", "card_url", "refusal", "routes"]
