"""Which question of ours is open, in groups that are answered alike."""

from __future__ import annotations

DECIDED = frozenset(("message_decision", "answer_decision"))
LEFT = frozenset("complaint_text complaint_words reminder_words reminder_day".split())
LETTER = frozenset(("letter_decision", "chosen_name"))
WORDS_TO_PASS_ON = frozenset(
    "answer_text answer_decision message_text message_decision new_line complaint_text complaint_words "
    "reminder_words reminder_day".split()
)
TO_A_PLACE = ("message_text", "message_decision")
ASKS_WHO = frozenset("agreed young agreed_young chosen_name phone safe_time".split())
WELCOME = frozenset("agreed young agreed_young".split())
FIRST_WORDS = WELCOME | {"story"}
NAMED_AT = (None, *"story interests hopes hard times place health age gender".split())
"""Where a name alone is nothing but theirs: beside "is anyone with you?" it may be who is there."""
