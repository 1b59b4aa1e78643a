"""A job that somebody hopes for, as they named it: in the letter it stands in place of "a job that suits"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from introductions.model import Fact, Heard
from introductions.private_words import tells_private
from knowledge.understanding.work_wish import work_wished

JOB_HOPE = "job_hope"
"""The field of such a fact; what they say last stands."""
JOBS = frozenset(("stage.ready", "support.job_brokering"))
"""What a wish for a job is heard as."""


def job_hope_told(text: str, heard: Iterable[Heard]) -> list[Heard]:
    """None where the message was not heard to wish for a job."""
    wishes = any(one.code in JOBS and one.polarity == "yes" for one in heard)
    words = work_wished(text) if wishes else ""
    return [Heard(JOB_HOPE, words, None, "yes", words)] if words else []


def job_hoped(facts: Sequence[Fact]) -> str:
    """Empty where they named none, hope for none any more, or it tells more than a letter says unasked."""
    words = next((one.value for one in reversed(facts) if one.field == JOB_HOPE), "")
    stands = any(one.code in JOBS and one.polarity == "yes" for one in facts)
    return words if stands and words and not tells_private("hopes", words) else ""
