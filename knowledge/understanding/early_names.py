"""A name that somebody tells where none was asked for: "its Dean", "Margaret", "Kev here"."""

from __future__ import annotations

import re

from knowledge.language.given_names import given_names
from knowledge.understanding.names import told_name

_HELLO = r"(?:(?:hi|hiya|hello|hey|yes|yeah|ok|okay|oh|and|well|sorry|btw|by the way)\b[\s,!.]*)*"
_IS = r"(?:i['’]?m|i am|it['’]?s|it is|this is|me is|name)\s+"
_AFTER = r"(?:[\s,]+(?:here|by the way|btw|please|speaking|again|x+))*"
_TITLE = r"(?:mrs|mr|ms|miss|mx|dr)\.?\s+"
_ONE = r"[^\W\d_][^\W\d_'’-]*(?:['’-][^\W\d_]+)*"
_NAMED = re.compile(
    rf"\W*{_HELLO}(?P<lead>{_IS})?(?P<title>{_TITLE})?(?P<first>{_ONE})(?P<second>\s+(?!here\b|by\b|btw\b|please\b|speaking\b|again\b|x+\b){_ONE})?{_AFTER}\W*",
    re.IGNORECASE,
)


def early_name(text: str) -> str | None:
    """The name that the whole message tells, and nothing else."""
    return told_name(text) or bare_name(text)


def bare_name(text: str) -> str | None:
    """A name that stands there alone, or behind no more than "its"; only one that many people go by."""
    found = _NAMED.fullmatch(text.strip())
    if found is None:
        return None
    first, second, lead = found["first"], (found["second"] or "").strip(), found["lead"]
    if found["title"]:
        return f"{found['title']}{first}".strip() if first[0].isupper() and not second else None
    plain, also = given_names()
    is_one = first.casefold() in plain or (lead and first[0].isupper() and first.casefold() in also)
    if not is_one or (second and not (second[0].isupper() and first[0].isupper())):
        return None
    return f"{first} {second}".strip()


_WITH_AGE = re.compile(rf"^\W*{_HELLO}(?P<name>{_ONE})\s*[.,]\s*\d{{2}}\s*(?:[.,]|$|yrs?|years?)", re.IGNORECASE)


def name_with_age(text: str) -> str | None:
    """A name that opens a story, with their age behind it: "lee. 41. bus driver"."""
    found = _WITH_AGE.match(text)
    return found["name"] if found and found["name"].casefold() in given_names()[0] else None
