"""The room's public object, where the other rooms look for it."""

from introductions.store.facade import Introductions, open_introductions
from introductions.store.weeks import as_places_say

__all__ = ["Introductions", "as_places_say", "open_introductions"]
