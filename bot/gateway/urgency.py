"""What waits for nobody: stop, and words of danger, however they come."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable

from bot.gateway.words import says
from bot.store.model import Waiting

IsCrisis = Callable[[str], bool]
# A caption is written, and so is what a message was changed to.
WORDS = frozenset({"text", "edit", "media"})
MOST_KNOWN = 5000


class Urgency:
    """Whether an inbound is stop or danger. Each is read once, since a long one takes seconds; no words are kept."""

    def __init__(self, is_crisis: IsCrisis) -> None:
        self._is_crisis = is_crisis
        self._known: OrderedDict[int, bool] = OrderedDict()
        self._lock = threading.Lock()

    def __call__(self, waiting: Waiting) -> bool:
        if waiting.kind not in WORDS or not waiting.text:
            return False
        found = self._known.get(waiting.id)
        if found is None:
            found = says(waiting.text, "stop") or self._is_crisis(waiting.text)
            with self._lock:
                self._known[waiting.id] = found
                if len(self._known) > MOST_KNOWN:
                    self._known.popitem(last=False)
        return found
