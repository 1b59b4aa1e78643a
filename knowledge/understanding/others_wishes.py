"""What others want for somebody is not what they want: "everyone keeps telling me to volunteer"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.understanding.model import Concept

_OTHERS = (
    r"(?:people|everyone|everybody|every one|they|them|dem|folks?|family|friends"
    r"|(?:my|the|me|mi)\s+(?:\w+\s+)?(?:mum|mother|dad|father|sister|brother|wife|husband|partner|daughter|son|kids"
    r"|children|family|friends?|doctor|doc|gp|nurse"
    r"|adviser|advisor|coach|job ?cent(?:re|er)|worker|therapist)|(?:the )?(?:job ?cent(?:re|er)|dwp|doctors?))"
)
_PRESSING = (
    r"(?:telling|saying|pushing|nagging|wanting|asking|sending|on at|on to|going on(?: at)?|(?:trying|tryna) to get)"
)
_PRESSED = re.compile(
    rf"\b{_OTHERS}\s+(?:all\s+|always\s+|just\s+|only\s+|constantly\s+)*(?:keeps?\s+(?:on\s+)?|r\s+|are\s+|is\s+)?"
    rf"{_PRESSING}\s+(?:at\s+)?(?:(?:me|i)\b(?:\s+(?:to|into|on|should|that i should|go|about))?|get\b|do\b|try\b|go\b)"
    r"[^.,;!?\n]*?(?=[.,;!?\n]|\b(?:but|though|and i|so i|coz|cos|because|cause|when|which)\b|$)",
    re.IGNORECASE,
)
_WEARY = re.compile(
    r"\b(?:(?:had|have|have had|got) (?:more than )?enough of|had it with|sick (?:and tired )?of|tired of"
    r"|fed up (?:of|with)|bored of|done with|stop|not more|no more|not another)\W*(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)
_AGREES = re.compile(
    r"\bi(?:'?d| would| do| really| think| might)*\s+(?:i'?d\s+)?(?:want|like|love|fancy|agree|could do with)"
    r"(?:\s+(?:to|it|that|too|as well))*\s*(?:$|[.,;!?])|\b(?:they|she|he)(?:'?s|'?re| are| is) right\b|\bgood idea\b"
    r"|\bwhy not\b|\bi(?:'?m| am) (?:up for|open to|keen)\b",
    re.IGNORECASE,
)
_WISHES = ("support.", "interest.", "stage.")
_NOW = "stage.in_work"


def without_others_wishes(text: str, said: Sequence[Concept]) -> list[Concept]:
    """Wishes that only others have are none, and what somebody is weary of hearing is turned down; one who agrees with
    them has the wish too.
    """
    pressed = [found for found in _PRESSED.finditer(text) if not _AGREES.search(text[found.end() :])]
    weary = {found.span() for found in pressed if _WEARY.search(text[: found.start()])}
    kept = []
    for one in said:
        inside = [found.span() for found in pressed if found.start() <= one.start and one.end <= found.end()]
        if not inside or one.polarity != "yes" or one.code == _NOW or not one.code.startswith(_WISHES):
            kept.append(one)
        elif weary & set(inside) and not one.code.startswith("stage."):
            kept.append(replace(one, polarity="no"))
    return kept
