"""What can be counted of a text: its words, its sentences, and how easily it reads."""

from __future__ import annotations

import re

LONGEST_SENTENCE = 20
READING_AGE = 5.0
"""Automated Readability Index a file may have at most: about age ten."""
ARI = "ari"
"""The name under which a test notes a file's score; a run prints all of them at its end (tests/conftest.py)."""
BANNED = re.compile(
    r"\b(referral|refer(red|s)?|signpost(ing|ed)?|clients?|service users?|cases?|barriers?|interventions?|"
    r"journey stage|work-ready|hard to reach)\b|\byou (should|must|need to|have to|ought)\b",
    re.IGNORECASE,
)
STAGE_LABELS = re.compile(r"\b(distant from work|nearer to work|job-?ready|journey)\b", re.IGNORECASE)
EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]")


def sentences(text: str) -> list[str]:
    text = re.sub(r"\{[^}]*\}", "Word", text)
    return [s for s in re.split(r"(?<=[.?!:])\s+|\n", text) if re.search(r"\w", s)]


def words(text: str) -> list[str]:
    return re.findall(r"[\w'’+&-]+", text)


def readability(texts: list[str]) -> float:
    """ARI: 4.71 letters a word + 0.5 words a sentence - 21.43."""
    plain = [re.sub(r"\{[^}]*\}", "word", text) for text in texts]
    found = [word for text in plain for word in words(text)]
    letters = sum(len(re.sub(r"\W", "", word)) for word in found)
    return 4.71 * letters / len(found) + 0.5 * len(found) / sum(len(sentences(t)) for t in plain) - 21.43


def of_the_system(text: str) -> list[str]:
    """Words that nobody is to read here."""
    spoken = re.sub(r"\bin case\b", "", text)
    return [found.group() for pattern in (BANNED, STAGE_LABELS, EMOJI) for found in pattern.finditer(spoken)]


def too_long(text: str) -> list[str]:
    return [s for s in sentences(text) if len(words(s)) > LONGEST_SENTENCE]
