"""What stands in a letter about something that its person asks after, and what its fixed lines mean."""

from __future__ import annotations

import re
from collections.abc import Mapping

from introductions.fields import FIELDS, of_health
from introductions.health_words import names_health
from introductions.model import DraftField
from introductions.part_meant import called, telling_parts
from introductions.private_words import says_private_things
from introductions.templates import phrases
from introductions.voice import standing
from knowledge.understanding import understand

_FIXED: Mapping[str, tuple[str, ...]] = {
    "about": ("this is about", "about"),
    "reply": ("how to say hello", "say hello"),
    "checked": ("we have not checked", "we do not check", "identity or risk", "identity", "all our letters", "risk"),
    "private_link": ("private link", "a private link", "private page", "link"),
    "not_in_it": ("not in it",),
    "hopes": ("hopes for", "would like", "i would like"),
    "agreeing": ("agreeing means", "agreeing"),
}  # fmt: skip


def fixed_line(words: str) -> str | None:
    """Which of the words that stand in every letter are meant: a name for the line that explains them."""
    said = words.casefold().strip(" .:!?'\"")
    exact = next((name for name, known in _FIXED.items() if said in known), None)
    return exact or next(
        (name for name, known in _FIXED.items() if any(one in said for one in known if " " in one)), None
    )


def line_about(fields: Mapping[str, DraftField], page_text: str, words: str) -> str:
    """The line of the page as it is shown that says what they ask after; empty where none does."""
    shown = [field for field in FIELDS if fields[field].on and fields[field].text]
    if _NAME.fullmatch(words.strip()):
        return page_text.partition("\n")[0] if "name" in shown else ""
    field = called(words)
    if field is None or field not in shown:
        told = telling_parts(words)
        said = [one for one in shown if told and _says(fields[one].text, told)]
        field = max(said, key=lambda one: _held(fields[one].text, told), default=None)
    if field is None:
        codes = {concept.code for concept in understand(words).concepts}
        wordings = {phrases()[name].get(code) for name in _WORDINGS for code in codes} - {None}
        field = next((one for one in shown if any(str(text) in fields[one].text for text in wordings)), None)
        field = field or next((one for one in shown if codes & _codes(fields[one].text)), None)
    if field is None:
        return ""
    return standing(fields[field].text, page_text)


_NAME = re.compile(r"(?:my |the )?(?:real |first |own )?name", re.IGNORECASE)


def _codes(words: str) -> set[str]:
    return {concept.code for concept in understand(words).concepts}


def is_about(text: str, words: str) -> bool:
    """Whether a text of theirs says what ``words`` ask after, in those words or by what it tells of their health."""
    ill = {code for code in _codes(words) if code.startswith("health.")}
    told = telling_parts(words)
    return bool(ill & _codes(text)) or bool(told and _says(text, told))


def sentence_about(text: str, words: str) -> str:
    """The sentence of a text of theirs that tells it, short enough to be said back."""
    codes = _codes(words)
    said = [one.strip(" .,") for one in re.split(r"(?<=[.!?])\s+|\n", text) if one.strip(" .,")]
    about = (one for one in said if is_about(one, words) or codes & _codes(one))
    found = next(about, "")
    if len(found) <= _LONGEST:
        return found
    parts = (one.strip() for one in found.split(","))
    return next((one for one in parts if len(one) <= _LONGEST and (is_about(one, words) or codes & _codes(one))), "")


_LONGEST = 120
_ALL = re.compile(r"\b(?:private|personal|anything|everything|health|medical)\b", re.IGNORECASE)


def asks_of_all(words: str) -> bool:
    """Whether they ask after private things of any kind."""
    return _ALL.search(words) is not None


def draft_tells_private(fields: Mapping[str, DraftField]) -> bool:
    return any(one.on and one.sensitive and one.text for one in fields.values())


_HEALTH = re.compile(
    r"\b(?:health|diagnos\w+|condition|illness|disab\w+|medication|meds|private|personal)\b", re.IGNORECASE
)


def asks_of_private_things(words: str) -> bool:
    """Whether what they ask after is of their health, or otherwise nobody's business."""
    return _HEALTH.search(words) is not None or says_private_things(words)


def names_one_trouble(words: str) -> bool:
    """Whether what they ask after is one trouble by its name, and no word for any."""
    return _HEALTH.search(words) is None and any(code.startswith("health.") for code in _codes(words))


def tells_private(text: str) -> bool:
    """Whether a text of theirs tells of their health, or otherwise what is nobody's business."""
    return any(code.startswith("health.") for code in _codes(text)) or says_private_things(text)


def private_lines(fields: Mapping[str, DraftField], page_text: str) -> list[str]:
    """The lines of the page that say such things, as they stand there."""
    texts = [one.text for one in fields.values() if one.on and one.sensitive and one.text]
    return list(dict.fromkeys(line for text in texts if (line := standing(text, page_text))))


def health_lines(fields: Mapping[str, DraftField], page_text: str, words: str) -> list[str]:
    """Those of them on health, where that is asked after; by that very word, what only hints at it is meant too."""
    if re.search(r"\bhealth\b", words, re.IGNORECASE):
        return list(dict.fromkeys(standing(fields[name].text, page_text) for name in of_health(fields)))
    return [line for line in private_lines(fields, page_text) if names_health(line)] if names_health(words) else []


_WORDINGS = ("enjoys", "hopes", "hopes_if_offered", "helps", "helps_hinting", "times")


def _says(line: str, told: list[str]) -> bool:
    """Most of what they ask after stands in it."""
    return _held(line, told) * 2 > len(told)


def _held(line: str, told: list[str]) -> int:
    theirs = telling_parts(line)
    return sum(word in theirs for word in told)
