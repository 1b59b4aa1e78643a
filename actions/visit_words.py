"""When somebody meets a place, in words: as the hello said it, or as the two sides have talked of it since."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from actions.cards import sentence
from actions.deps import Deps, Say
from actions.wording import day
from introductions.model import Introduction
from knowledge.understanding.when_it_is import hour_named, is_a_call


def when_words(say: Say, one: Introduction) -> str:
    """Never the old day where another was agreed since, nor alone where one was asked for."""
    visit, before = one.visit, sentence(one.when or "")
    if not visit.talked:
        return before
    if visit.settled and visit.day:
        return say("utter_when_moved", day=_at(say, visit.day, visit.words), words=visit.words)
    if visit.asked:
        asked = ", ".join(day(one_day) for one_day in visit.asked)
        by_them = visit.asker == "provider"
        return say("utter_when_they_ask" if by_them else "utter_when_you_asked", days=asked, before=before)
    return say("utter_when_open", words=visit.words, before=before)


def short_when(say: Say, one: Introduction) -> str:
    """The same for a list: the day alone, or that it is open."""
    if not one.visit.talked:
        return (one.when or "").strip().rstrip(".")
    if one.visit.settled and one.visit.day:
        return _at(say, one.visit.day, one.visit.words)
    return say("utter_when_unsettled")


def _at(say: Say, agreed: date, words: str) -> str:
    """The day, and the hour where the words that settled it name one."""
    hour = hour_named(words)
    return say("utter_when_at", day=day(agreed), hour=hour) if hour else day(agreed)


def visit_reminder(deps: Deps, one: Introduction) -> str:
    """What a reminder of a visit says."""
    names = deps.directory().providers
    name = names[one.provider_id].name if one.provider_id in names else one.provider_id
    visit, where = one.visit, _where(deps, one)
    if not visit.talked:
        return deps.say("utter_reminder_visit", provider=_whom(deps.say, one, name), when=one.when or "") + where
    if visit.settled and visit.day:
        moved = {"provider": _whom(deps.say, one, name), "day": day(visit.day), "words": visit.words}
        return deps.say("utter_reminder_visit_moved", **moved)
    return deps.say("utter_reminder_visit_open", provider=name)


def _whom(say: Say, one: Introduction, provider: str) -> str:
    return say("utter_reminder_whom", contact=one.contact, provider=provider) if one.contact else provider


def _where(deps: Deps, one: Introduction) -> str:
    """Where it is, as far as everybody may be told; nowhere where the first step is a call."""
    if is_a_call(one.first_step or ""):
        return ""
    service = deps.directory().services.get(one.service_id)
    place = next((place for place in service.places if not place.private), None) if service else None
    named = ", ".join(filter(None, (place.name, place.shown_address))) if place else ""
    return f" ({named})" if named else ""


def reminded_of(deps: Deps, mine: Sequence[Introduction], introduction_id: str | None, words: str) -> str:
    """The words of a reminder; of a visit as it stands now, whatever they were when it was set."""
    one = next((one for one in mine if one.id == introduction_id), None)
    return visit_reminder(deps, one) if one is not None and one.visit.talked else words
