"""What is known of somebody, as the matcher reads it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from introductions.model import Fact, Polarity
from introductions.questions import slots
from knowledge.own_words import still_liked
from knowledge.profile import Profile, Said


def profile(
    facts: Sequence[Fact], *, text: str = "", age_band: str | None = None, dislikes: Iterable[str] = ()
) -> Profile:
    """The matcher's view of the facts that stand. ``text`` is what the person wrote, for matching only."""
    known = slots(facts)
    last = {f.field: f.value for f in facts}
    age = last.get("age", "")
    return Profile(
        concepts=_said(facts, "yes"),
        not_=tuple(f.code for f in facts if f.code and f.polarity == "no"),
        past=_said(facts, "past"),
        text=still_liked(text, {f.code for f in facts if f.code and f.polarity != "no"}),
        age=int(age) if age.isdigit() else None,
        age_band=age if age and not age.isdigit() and age != "skipped" else age_band,
        postcode=last.get("district"),
        area=last.get("area"),
        languages=tuple(f.value for f in facts if f.field == "language"),
        dislikes=frozenset(dislikes),
        answered=frozenset(name for name, value in known.items() if value is not None),
        skipped=frozenset(name for name, value in known.items() if value == "skipped"),
        right_to_work=_yes_no(str(known["work_right"])),
        diagnosis=_yes_no(last.get("diagnosis")),
        gender=_gender(known["gender"]),
        heritage=_heritage(facts),
        health=str(last["health"]) if last.get("health") in ("body", "mind", "both", "none") else None,
        times=tuple(
            f.value
            for f in facts
            if f.field == "times" and f.value not in ("skipped", "depends", "given") and f.polarity == "yes"
        ),
        days=tuple(last.get("days", "").split()),
    )


def _said(facts: Sequence[Fact], polarity: Polarity) -> tuple[Said, ...]:
    return tuple(Said(f.code, f.words) for f in facts if f.code and f.polarity == polarity)


def _yes_no(value: str | None) -> bool | None:
    return {"yes": True, "no": False}.get(value or "")


def _gender(slot: object) -> str | None:
    if isinstance(slot, list) and slot:
        return str(slot[0]).removeprefix("identity.")
    return str(slot) if slot in ("woman", "man", "other") else None


def _heritage(facts: Sequence[Fact]) -> str | None:
    said = [f.words or f.value for f in facts if f.field == "heritage" or f.code == "identity.ethnicity"]
    return next((words for words in reversed(said) if words not in ("skipped", "given", "identity.ethnicity")), None)
