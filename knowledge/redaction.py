"""Takes out of a text what could say whose it is, before it is kept for learning."""

from __future__ import annotations

import re

_RULES = (
    (re.compile(r"\bhttps?://\S+|\bwww\.\S+", re.IGNORECASE), "[link]"),
    (re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), "[email]"),
    (re.compile(r"(?<!\w)@\w{3,}"), "[account]"),
    (re.compile(r"\b[A-Z]{2}\s?(?:\d\s?){6}[A-D]\b", re.IGNORECASE), "[number]"),
    (re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b", re.IGNORECASE), "[postcode]"),
    (re.compile(r"(?<!\w)\+?\d(?:[\s().-]?\d){6,}(?!\w)"), "[number]"),
    (re.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b"), "[date]"),
    (
        re.compile(
            r"\b(?:flat\s+\w+[,\s]+)?\d+[a-z]?\s+(?:[A-Za-z']+\s+){1,3}"
            r"(?:road|rd|street|st|avenue|ave|lane|close|court|gardens|house|way|hill|place|square|terrace|walk|drive)\b",
            re.IGNORECASE,
        ),
        "[address]",
    ),
    (
        re.compile(
            r"(\b(?:my name(?:'s| is|s)|i'?m called|call me|name is|they call me|this is|it's me|its me|regards,?|"
            r"i am called|me chamo|me llamo|meu nome é|mi nombre es)\s+)"
            r"(?!not\b|a\b|the\b|my\b|so\b|it\b|an\b|for\b|about\b|why\b|hard\b|in\b|what\b|when\b|how\b|back\b)"
            r"[^\W\d_][\w'’-]*(?:\s+[A-Z][\w'’-]+)*",
            re.IGNORECASE,
        ),
        r"\1[name]",
    ),
    (re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Pastor|Sister|Rev)\.?\s+[A-Z][\w'’-]+"), "[name]"),
    (re.compile(r"(?<=[a-z,;] )(?!I\b|I')[A-Z][a-z]{2,}\s+[A-Z][a-z]{2,}\b"), "[name]"),
    (
        re.compile(
            r"(\bmy (?:son|daughter|wife|husband|partner|friend|mum|dad|brother|sister|boyfriend|girlfriend|manager|"
            r"boss|doctor|work coach|nurse|social worker|baby)(?:'s name is| is called| called)?,?\s+)[A-Z][a-z]+\b"
        ),
        r"\1[name]",
    ),
)


def redact(text: str) -> str:
    """The text with links, addresses, numbers, dates of birth and likely names replaced by a word in brackets.

    Names are found by their surroundings, so a bare first name may stay: keep the result as carefully as the text.
    """
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text
