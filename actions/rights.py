"""What people may ask of us: who sees it, what is held, what happened, delete it all, stop."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn
from actions.finds_out import tell_who_finds_out
from actions.held import Told, as_lines, told_things
from actions.how_it_stands import tell_how_it_stands
from actions.may_write import let_us_write
from actions.visit_words import reminded_of, short_when
from actions.who_sees import tell_who_sees
from actions.word_first import word_first
from actions.wording import day
from introductions.model import Introduction
from introductions.states import State
from knowledge.understanding.told_whom import whom_named

HELD_SHOWN = 12
"""Things of a kind that are named at once."""
Held = dict[str, list[Any]]
"""What is held, each thing once, by its kind: ``facts``, ``letters``, ``looks``."""


class Privacy(Act):
    action = "action_privacy"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        if whom := turn.slots.get("told_whom") or whom_named(self.people.words_of(turn.id) or ""):
            tell_who_finds_out(self, out, turn, whom)
            return []
        tell_who_sees(self, out, turn)
        return []


class WhatYouHold(Act):
    """A readable copy, and who looked."""

    action = "action_what_you_hold"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        if self.people.person(turn.person).keep == "none":
            out.utter_message(response="utter_hold_nothing")
            return []
        if word_first(self, out, turn):
            return []
        self._begin(out, self._held(turn))
        return []

    def _begin(self, out: CollectingDispatcher, held: Held) -> None:
        named = {kind: self._first(kind, parts) for kind, parts in held.items()}
        if all(len(parts) <= HELD_SHOWN for parts in held.values()):
            out.utter_message(response="utter_hold", **named)
        else:
            out.utter_message(response="utter_hold_part", buttons=[self._to_rest(1)], **named)

    def _held(self, turn: Turn) -> Held:
        facts = told_things(self.deps.say, self.facts(turn))
        step, mine = self.people.reminder(turn.person), self.people.of_person(turn.person)
        if step:
            words = reminded_of(self.deps, mine, step.introduction_id, step.words)
            facts.append(Told("more", self.deps.say("utter_hold_reminder", day=day(step.day), words=words)))
        letters = [self._letter(one) for one in mine]
        looks = [f"{self._who(look.who)}, {look.at:%d %B}" for look in self.people.who_looked(turn.person)]
        parts: Held = {"facts": facts, "letters": letters, "looks": looks}
        return {kind: list(dict.fromkeys(each)) for kind, each in parts.items()}

    def _to_rest(self, page: int) -> dict[str, Any]:
        return {"title": self.deps.say("utter_title_hold_rest"), "intent": "hold_rest", "entities": {"page": page}}

    def _first(self, kind: str, parts: Sequence[Any]) -> str:
        """The first dozen, and how many more there are."""
        shown, more = self._shown(kind, parts[:HELD_SHOWN]), len(parts) - HELD_SHOWN
        if more > 0:
            response = "utter_hold_and_more_facts" if kind == "facts" else "utter_hold_and_more"
            return self.deps.say(response, shown=shown, more=more)
        return shown or self.deps.say("utter_hold_none")

    def _shown(self, kind: str, parts: Sequence[Any]) -> str:
        """What they told stands as a list, a line for each kind of thing; the rest in a row."""
        if kind != "facts" or not parts:
            return ", ".join(parts)
        return "\n" + as_lines(self.deps.say, parts)

    def _letter(self, one: Introduction) -> str:
        """A place that had a letter, with when they meet, while they are to."""
        name, when = self._provider(one.provider_id), short_when(self.deps.say, one)
        if one.state not in (State.ACCEPTED, State.CONTACT_MADE) or not when:
            return name
        return self.deps.say("utter_hold_visit", provider=name, when=when)

    def _who(self, who: str) -> str:
        """A place by its name; our own people by what they are."""
        role, _, provider_id = who.partition(":")
        return self._provider(provider_id) if role == "provider" else who

    def _provider(self, provider_id: str) -> str:
        provider = self.deps.directory().providers.get(provider_id)
        return provider.name if provider else self.deps.say("utter_hold_some_place")


class HoldRest(WhatYouHold):
    """What the first dozen of each left out, a dozen at a time, with a way to the next."""

    action = "action_hold_rest"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        if word_first(self, out, turn):
            return []
        held, page = self._held(turn), int(turn.picked.get("page") or 1)
        start, end = page * HELD_SHOWN, (page + 1) * HELD_SHOWN
        lines = [
            self.deps.say(REST[kind], shown=self._shown(kind, parts[start:end]))
            for kind, parts in held.items()
            if parts[start:end]
        ]
        following = [self._to_rest(page + 1)] if any(len(parts) > end for parts in held.values()) else []
        if lines:
            out.utter_message(response="utter_hold_rest", lines="\n".join(lines), buttons=following)
        else:
            self._begin(out, held)
        return []


REST: Mapping[str, str] = {
    "facts": "utter_hold_rest_facts", "letters": "utter_hold_rest_letters", "looks": "utter_hold_rest_looks",
}  # fmt: skip


class DeleteEverything(Act):
    """The copy's ``after: erase`` has the gateway erase every store once this last line is on its way."""

    action = "action_delete_everything"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        self.people.erase(turn.person)
        out.utter_message(response="utter_deleted")
        return []


class OptOut(Act):
    action = "action_opt_out"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        let_us_write(self, turn, "utter_title_stop_writing", agreed=False)
        self.people.drop_reminder(turn.person, self.key(turn))
        out.utter_message(response="utter_opted_out")
        return []


class Status(Act):
    action = "action_status"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        tell_how_it_stands(self, out, turn)
        return []
