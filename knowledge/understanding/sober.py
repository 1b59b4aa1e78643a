"""How long somebody is sober, and whether it is drink or drugs that they told of, in their own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.understanding.model import Concept

ADDICTION = "health.addiction"
_NUMBER = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|twenty|thirty)"
_UNIT = r"(?P<unit>day|week|month|mth|year|yr)s?"
_DRY = (
    r"(?:sober|clean|dry|off (?:the )?(?:drink|booze|drugs|gear)|without (?:a )?drink(?:ing)?"
    r"|(?:not|no) (?:a )?drink(?:ing)?)"
)
_SOBER = (
    re.compile(rf"\b(?P<number>{_NUMBER}) {_UNIT} (?:now )?(?:of being |of )?{_DRY}\b", re.IGNORECASE),
    re.compile(
        rf"\b{_DRY}(?: now)?(?: for| since)?(?: about| nearly| over| almost)? (?P<number>{_NUMBER}) {_UNIT}\b",
        re.IGNORECASE,
    ),
)
_DRUGS = re.compile(
    r"\b(?:drugs?|crack|heroin|coke|cocaine|weed|cannabis|skunk|spice|ketamine|meth|speed|mdma|opi\w+"
    r"|methadone|gear|using|used"
    r"|smack|benzos|valium|tramadol|codeine|pills|high|junkie|druggie|clean)\b",
    re.IGNORECASE,
)
_DRINK = re.compile(
    r"\b(?:dr[aiu]nk\w*|alcohol\w*|booze\w*|beers?|wine|vodka|whisky|rum|pints?|bottle|sober\w*|aa|a drop"
    r"|teetotal|pub)\b",
    re.IGNORECASE,
)
_LONG = {"mth": "month", "yr": "year"}


def sober_time(text: str) -> str:
    """As it is said back: "8 months"; empty where no time is told."""
    found = _found(text)
    if found is None:
        return ""
    number, unit = found["number"].casefold(), found["unit"].casefold()
    number = "one" if number in ("a", "an") else number
    return f"{number} {_LONG.get(unit, unit)}{'' if number in ('1', 'one') else 's'}"


def of_drugs(words: str) -> bool:
    """Whether drugs alone are told of."""
    return _DRUGS.search(words) is not None and _DRINK.search(words) is None


def of_drink(words: str) -> bool:
    """Whether drink alone is told of."""
    return _DRINK.search(words) is not None and _DRUGS.search(words) is None


def as_sober(text: str, said: Sequence[Concept]) -> list[Concept]:
    """Who is sober so long is heard as that, and not as who drinks."""
    found = _found(text)
    if found is None:
        return list(said)
    start, end = found.span()
    sober = (replace(one, start=start, end=end, words=text[start:end]) for one in said)
    drinks = (one.code == ADDICTION and one.polarity == "yes" for one in said)
    return [now if so else one for one, now, so in zip(said, sober, drinks, strict=True)]


def _found(text: str) -> re.Match[str] | None:
    return next(filter(None, (shape.search(text) for shape in _SOBER)), None)
