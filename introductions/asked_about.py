"""What words name that tell nothing of the person who says them."""

from __future__ import annotations

EXPERIENCED = "constraint.overqualified"


def only_asked_about(intent: str, code: str) -> bool:
    """Off-topic words tell nothing of the person; a question about money asks for no help with it; what is wrong with
    places is no trouble of theirs: "that's all stuff for people who can't read".
    """
    if intent == "none_will_do" and code.startswith("constraint."):
        return code != EXPERIENCED
    return intent == "out_of_scope" or (intent.startswith("ask_") and code.startswith(("support.", "stage.")))
