"""Whether somebody says that they are by themselves no more, whatever was asked: "sorry my mum just came in"."""

from __future__ import annotations

import re

_WHO = (
    r"(?:my|the|our) (?:\w+ )?(?:mum|mom|mam|mother|dad|father|parents?|sister|brother|son|daughter|wife|husband|"
    r"partner|boyfriend|girlfriend|kids?|child|children|carer|friends?|mate|boss|nan|gran|aunty?|uncle|cousin|"
    r"neighbour|flatmate|family|baby|worker|teacher|ex)|some(?:one|body)(?: else)?|people|(?:he|she|they)"
)
_CAME = r"(?:came|come|comes|walked|got|coming|popped) (?:in|back|home|over|round|through)"
_NEAR = r"(?:here|next to me|beside me|behind me|with me now|in the room|listening|watching|looking(?: over)?)"
_BETWEEN = r"(?:(?:'s|s|is|are|has|have|just|now|right|all|sat|sitting|stood|standing) ?)*"
_SAID = re.compile(
    rf"\b(?:{_WHO})(?:'s|s)? ?{_BETWEEN}(?:{_CAME}|{_NEAR})\b|\b(?:not|no longer) (?:alone|on my own|by myself) ?"
    r"(?:any ?more|now)\b",
    re.IGNORECASE,
)


def is_looked_on(text: str) -> bool:
    """Not of where somebody lives or came from: "my son is here with me in London" tells of no one in the room."""
    found = _SAID.search(text.replace("’", "'"))
    return found is not None and not re.match(r"\W*(?:with|in|from|to|since|legally|on)\b", text[found.end() :])
