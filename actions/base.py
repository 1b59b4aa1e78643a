"""What every action shares: the turn it runs in, work off the event loop, and errors that name what to say."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any, Literal

from rasa_sdk import Action, Tracker
from rasa_sdk.events import ActiveLoop, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.deps import Deps
from introductions.errors import IntroductionError
from introductions.model import Draft, Fact, Offer
from introductions.progress import open_form
from introductions.questions import jobs_turned_down, slots, tells_health

Events = list[dict[str, Any]]
Wording = Literal["full", "again", "simpler"]
"""In which of its words a question was put last: nobody is asked the same thing in the same words twice running."""
TAKE_IN = "action_take_in"
"""The action that reads the message; what it made of a turn is remembered under the turn and this name."""


@dataclass(frozen=True)
class Turn:
    """One message being answered. ``picked`` are the entities of a pressed button.

    Words may have been written before, and this turn says that they were for us: then it is those that are answered,
    they picked nothing, and ``about`` is the introduction that we took them to be for.
    """

    id: str
    person: str
    slots: dict[str, Any]
    form: str | None
    picked: dict[str, Any] = field(default_factory=dict)
    about: str | None = None

    @classmethod
    def of(cls, tracker: Tracker) -> Turn:
        values = dict(tracker.slots)
        form = tracker.active_loop.get("name") if tracker.active_loop else None
        before = values.get("asked_us_before") or {}
        picked = {} if before else values.get("picked") or {}
        return cls(str(values.get("turn") or ""), tracker.sender_id, values, form, picked, before.get("about"))

    @property
    def wrote(self) -> str:
        """The turn whose words are answered."""
        before = self.slots.get("asked_us_before") or {}
        return str(before.get("turn") or self.id)

    @property
    def asked(self) -> str | None:
        return self.slots.get("requested_slot") if self.form else None

    def key(self, action: str) -> str:
        return f"{self.id}:{action}"

    def asked_in(self, wording: Wording) -> Events:
        """Notes the words in which the open question stands now; the copy has others for the next time."""
        return [SlotSet("asked_as", wording), SlotSet("asked_turn", self.id)]

    def wording(self, following: str | None) -> Wording | None:
        """The words for the question that comes next: its second ones, where it was asked just before in its first."""
        if following is None or following != self.asked:
            return "full" if following else None
        if self.id not in (self.slots.get("returning"), self.slots.get("moved")):
            return None  # what answers nothing is for the rules, and a form that sets a slot takes it from them
        if self.slots.get("asked_turn") == self.id:
            return None
        return "full" if self.slots.get("asked_as") in ("again", "reopened", None) else "again"


class Act(Action):
    """An action of ours: ``act`` does the work in a thread and may utter; it returns Rasa events."""

    action = ""

    def __init__(self, deps: Deps) -> None:
        self.deps = deps
        self.people = deps.introductions

    def name(self) -> str:
        return self.action

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        return await asyncio.to_thread(self._act, dispatcher, Turn.of(tracker))

    def _act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        said = self.say_who(out, turn)
        try:
            return [*said, *self.act(out, turn)]
        except IntroductionError as error:
            if error.retry or error.response is None:
                raise
            out.utter_message(response=error.response)
            return said

    def say_who(self, out: CollectingDispatcher, turn: Turn) -> Events:
        """Who we are, where that was asked beside what this action answers; once."""
        if turn.slots.get("asked_who") != turn.id:
            return []
        out.utter_message(response="utter_who_beside", **self.deps.about)
        return [SlotSet("asked_who", None)]

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        raise NotImplementedError

    def facts(self, turn: Turn) -> list[Fact]:
        return self.people.facts(turn.person)

    def key(self, turn: Turn) -> str:
        return turn.key(self.action)


def projected(facts: list[Fact]) -> Events:
    """The slots of every question, as they stand in the database, and whether a job is still to be offered."""
    return [*(SlotSet(name, value) for name, value in slots(facts).items()), *known(facts)]


def known(facts: list[Fact]) -> Events:
    """What the words of a question take notice of."""
    return [SlotSet("no_job", jobs_turned_down(facts)), SlotSet("health_told", tells_health(facts))]


def form_of(deps: Deps, person_id: str, facts: list[Fact], offers: list[Offer], draft: Draft | None) -> str | None:
    return open_form(deps.introductions.person(person_id), facts, offers, draft)


class Resume(Act):
    """After an interruption the open question returns: the active form, else the one that is open by what is kept.

    Somebody whose first words were answered without the dialogue (a crisis, a photo) is greeted before that.
    """

    action = "action_resume"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        facts = self.facts(turn)
        form = turn.form or form_of(
            self.deps, turn.person, facts, self.people.offers(turn.person), self.people.current_draft(turn.person)
        )
        if form == "welcome_form" and not turn.form:
            out.utter_message(response="utter_hello", **self.deps.about)
        if form is None and self.people.person(turn.person).age_band == "under_16":
            out.utter_message(response="utter_under_16")
        elif form is None:
            self.nothing_open(out, turn)
        returning = [SlotSet("returning", turn.id), *projected(facts)]
        return [*returning, *([FollowupAction(form)] if form else [])]

    def nothing_open(self, out: CollectingDispatcher, turn: Turn) -> None:
        """The interruption's own reply was all there is to say."""


class CarryOn(Resume):
    """As ``Resume``, where nothing was said before it; the question is put in its full words."""

    action = "action_carry_on"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        return [SlotSet("asked_as", None), *super().act(out, turn)]

    def nothing_open(self, out: CollectingDispatcher, turn: Turn) -> None:
        out.utter_message(response="utter_resume_hint")


class Wait(Act):
    """The reply is itself a question, or a rest: Rasa waits for words instead of returning to the open question.

    The form that stepped aside is made active anew, else Rasa goes on passing it by.
    """

    action = "action_wait"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        return [*([ActiveLoop(turn.form)] if turn.form else []), FollowupAction("action_listen")]
