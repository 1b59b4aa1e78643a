"""Which questions there are: those of a first conversation, which of them are private, and how many are asked."""

from __future__ import annotations

QUESTIONS = (
    "story", "interests", "hopes", "hard", "times", "place", "health",
    "alone", "age", "heritage", "gender", "diagnosis", "work_right", "circumstance", "record",
)  # fmt: skip
SENSITIVE = frozenset({"age", "heritage", "gender", "diagnosis", "work_right", "circumstance", "record"})
"""Asked only where a good place requires it, and only of somebody who is not overlooked."""
MOST_QUESTIONS = 6
"""How many questions may be asked before the first places are shown."""
A_STORY = 2
"""So many things told before the question make it needless to ask for the story."""

FREE_TEXT = frozenset(
    "story heritage chosen_name new_line answer_text message_text complaint_text complaint_service "
    "complaint_words reminder_words reminder_day".split()
)
