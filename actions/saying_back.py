"""What was heard, given back at the head of the next question, with a kind line first where a hard thing was told."""

from __future__ import annotations

from collections.abc import Sequence

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, Turn
from actions.deps import Say
from actions.finds_out import FINDS_OUT, before_a_letter
from actions.wording import TIMES, WISHES, listed
from introductions.model import Fact
from introductions.naming import as_name
from knowledge.kindness import DREAM, FOR_SOMEONE_ELSE, Told, told
from knowledge.understanding.allowed import asks_rights_at_work
from knowledge.understanding.grumbles import blames_us
from knowledge.understanding.others_health import whose_illness
from knowledge.understanding.told_whom import told_whom

MOST = 5
"""How many things are said back at most; a longer list reads like a form."""
LIKED = ("interest.", "support.", "stage.ready", *WISHES, *TIMES)
TO_WORK_ROUND = ("constraint.", "health.")
"""Never who somebody is, nor where we think they stand."""
_BY_CODE = {
    "constraint.overqualified": "utter_kind_experienced",
    "constraint.benefits_worry": "utter_kind_benefits",
    "constraint.english": "utter_kind_english",
}
"""These are answered by a kind line, and so not said back besides."""
_GOALS = {
    "support.business_enterprise": "utter_goal_business",
    "interest.own_business": "utter_goal_business",
    "interest.teaching": "utter_goal_teaching",
    "support.job_brokering": "utter_goal_job",
}
_DREAM, _DWP = DREAM, "dwp"
_THEIR_HEALTH = "utter_their_health"
_AGAIN, _RIGHTS, _OWNED = "utter_kind_again", "utter_kind_rights", "utter_kind_owned"
_HAS_WORK = {"stage.in_work", "support.in_work_support"}
RIGHTS_PROMISED = "rights_promised"
"""Noted among what was said: a place for rights at work was promised, and is shown where one fits."""
_ANSWERS = frozenset(
    (
        *FINDS_OUT,
        _RIGHTS,
        "utter_kind_dwp",
        "utter_kind_dwp_let_down",
        "utter_kind_benefits",
        "utter_goal_dream",
        *_GOALS.values(),
    )
)
"""These answer a worry or a wish, and may be said as often as it comes."""

_THANKS = frozenset(
    f"utter_kind_{kind}"
    for kind in "bereavement bereavement_plain illness missing lonely break_up fled again shame".split()
)
"""These thank for the telling, so the next of them has other words."""


def say_kindly(
    out: CollectingDispatcher, turn: Turn, facts: Sequence[Fact], text: str, *, before: Sequence[Fact] = ()
) -> Events:
    """One kind line at most: for a hard thing, else for a goal. ``before`` is what was known; no worry is met twice."""
    known = {fact.code for fact in before}
    codes = [fact.code for fact in facts if fact.code and fact.polarity == "yes" and fact.code not in known]
    hard = [one for one in told(text) if one.kind != FOR_SOMEONE_ELSE]
    rights = asks_rights_at_work(text, in_work=bool(_HAS_WORK & (known | {fact.code for fact in facts})))
    lines = [(_RIGHTS, "")] if rights else []
    if blames_us(text):
        lines, hard = [*lines, (_OWNED, "")], [one for one in hard if one.kind != "let_down"]
    whom = None if {_DWP, "let_down"} <= {one.kind for one in hard} else told_whom(text)
    if whom:
        lines, hard = [(before_a_letter(whom), ""), *lines], [one for one in hard if one.kind != _DWP]
    lines += [_line(hard, one) for one in hard if one.kind != _DREAM]
    lines += [(table[code], "") for table in (_BY_CODE, _GOALS) for code in codes if code in table]
    lines += [("utter_goal_dream", "") for one in hard if one.kind == _DREAM]
    said = _say_one(out, turn, lines)
    if not rights:
        return said
    kept = said[-1]["value"] if said else turn.slots.get("kind_said") or ()
    return [SlotSet("kind_said", list(dict.fromkeys((*kept, RIGHTS_PROMISED))))]


def met(turn: Turn, kind: str) -> Events:
    """Notes that a hard thing of the kind was met, in words of the greeting."""
    return [SlotSet("kind_said", list(dict.fromkeys((*(turn.slots.get("kind_said") or ()), *_SAME[kind]))))]


def theirs_heard(turn: Turn, text: str, noted: Events) -> tuple[str, Events]:
    """Who of theirs is ill, and what to note, once; who cares for them is told by the kind line that it was heard."""
    before = noted[-1]["value"] if noted else turn.slots.get("kind_said") or ()
    kinds = {one.kind for one in told(text)}
    who = "" if _THEIR_HEALTH in before or kinds & {"caring", FOR_SOMEONE_ELSE} else whose_illness(text)
    return who, [SlotSet("kind_said", [*before, _THEIR_HEALTH])] if who else noted


_SAME = {
    "bereavement": ("utter_kind_bereavement", "utter_kind_bereavement_plain", "utter_kind_missing"),
    "lonely": ("utter_kind_lonely", "utter_kind_missing"),
}


def say_sorry(out: CollectingDispatcher, turn: Turn, hard: Sequence[Told]) -> Events:
    """A kind line for hard things told in passing, where nothing else was understood."""
    return _say_one(out, turn, [_line(hard, one) for one in hard])


def _say_one(out: CollectingDispatcher, turn: Turn, lines: Sequence[tuple[str, str]]) -> Events:
    """The first that was not said yet in this conversation; once, where all were, thanks in other words."""
    said = list(turn.slots.get("kind_said") or ())
    again = [(_AGAIN, "")] if lines else []
    response, who = next((line for line in [*lines, *again] if line[0] not in said), ("", ""))
    if not response:
        return []
    out.utter_message(response=response, who=who)
    thanked = [SlotSet("thanked", True)] if response in _THANKS else []  # first, so that what was said stands last
    return [*thanked, SlotSet("kind_said", [*said, response] if response not in _ANSWERS else said)]


def _line(hard: Sequence[Told], one: Told) -> tuple[str, str]:
    """Who is asked about the DWP and told of basics in one breath gets both answers in one line."""
    both = one.kind == _DWP and any(other.kind == "let_down" for other in hard)
    return ("utter_kind_dwp_let_down" if both else f"utter_kind_{one.kind}"), one.who


def say_back(out: CollectingDispatcher, say: Say, facts: Sequence[Fact], who: str = "") -> None:
    """``facts`` are those of this message; ``who`` is one of theirs whose illness it tells of."""
    theirs = f" {say(_THEIR_HEALTH, who=who)}" if who else ""
    said = {"interest.own_business"} if any(fact.code == "support.business_enterprise" for fact in facts) else set()
    told_of = [fact for fact in facts if fact.code not in _BY_CODE and fact.code not in said]
    liked = listed(say, told_of, LIKED) + [fact.value for fact in facts if fact.field in ("district", "area")]
    around = [words for words in listed(say, told_of, TO_WORK_ROUND) if words not in liked]
    liked = liked[: max(MOST - len(around), MOST // 2)]
    around = around[: MOST - len(liked)]
    if not liked and not around:
        name = next((fact.value for fact in reversed(facts) if fact.field == "name"), None)
        if theirs:
            out.utter_message(response=_THEIR_HEALTH, who=who)
        elif name:
            out.utter_message(response="utter_name_heard", name=as_name(name))
        return
    response = "utter_heard" if not around else "utter_heard_around" if not liked else "utter_heard_both"
    words = ", ".join(liked)
    out.utter_message(
        response=response, words=words[:1].upper() + words[1:], around=_joined(say, around), theirs=theirs
    )


def _joined(say: Say, parts: Sequence[str]) -> str:
    return say("utter_and", first=", ".join(parts[:-1]), last=parts[-1]) if len(parts) > 1 else "".join(parts)
