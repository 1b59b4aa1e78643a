"""Of whom "can they do that" is asked: their work, their benefits, their home, or nobody that was named."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from knowledge.understanding.model import Concept
from knowledge.understanding.plain_questions import is_a_story, plain_question
from knowledge.understanding.question_form import pieces

AllowedOf = Literal["work", "benefits", "home", "unclear"]
_NAMED: Mapping[AllowedOf, str] = {
    "benefits": r"pip|esa|uc|lcwra|universal credit|benefits?|dwp|job ?centre|work coach|sanction\w*|my claim"
    r"|carer'?s allowance",
    "home": r"landlord|landlady|rent|tenancy|housing|evict\w*|my flat|my house|bailiffs?|letting agent",
    "work": r"boss|manager|supervisor|employer|hr|work|job|shifts?|my hours|sick pay|wages|contract|rota|duties"
    r"|capability|disciplinary|redundan\w+|sack\w*|sick note|fit note|notice",
}


def allowed_of(text: str, *, in_work: bool) -> AllowedOf:
    """What the message names; where it names nothing, their work if they told of it before."""
    named = next((of for of, words in _NAMED.items() if re.search(rf"\b(?:{words})\b", text, re.IGNORECASE)), None)
    return named or ("work" if in_work else "unclear")


def without_advisers(text: str, said: Sequence[Concept]) -> list[Concept]:
    """Who asks for the union, or a lawyer, tells of no liking for them."""
    asks = plain_question(text) in ("ask_allowed", "ask_sacked") and not is_a_story(text)
    return [one for one in said if not asks or not one.code.startswith("interest.")]


def asks_rights_at_work(text: str, *, in_work: bool = False) -> bool:
    """Whether a story asks what may be done to them at work: "they cut my shifts. can they do that?"."""
    asked = plain_question(text)
    return asked == "ask_sacked" or (asked == "ask_allowed" and allowed_of(text, in_work=in_work) == "work")


def beside_rights(text: str) -> str:
    """What is told beside such a question: "tuesday afternoons" of "tuesday afternoons. is it even legal?"; empty where
    nothing is, or nothing of the kind is asked.
    """
    if plain_question(text) not in ("ask_sacked", "ask_allowed"):
        return ""
    return " ".join(piece.text for piece in pieces(text) if not piece.asks)
