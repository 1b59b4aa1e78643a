"""A question about a place that was just shown, answered from its listing and its reasons; nothing of it is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, Turn
from actions.cards import reasons
from actions.listing_answers import answer_of, told_apart
from actions.looking import ALL, look
from actions.meeting import ask_them, tell_meeting
from actions.places import AboutOffers
from actions.wording import hopes_of
from introductions.choosing import choose, numbered
from introductions.model import Introduction, Offer
from introductions.states import ENDED
from knowledge.understanding.after_sending import asks_of_meeting
from knowledge.understanding.asked_of_place import asks_difference, questions
from knowledge.understanding.coming import without_the_child
from knowledge.understanding.of_place import COST, asks_of_place
from knowledge.understanding.place_wish import asks_why_shown
from knowledge.understanding.when_it_is import asks_when

_OF_THE_QUESTION = frozenset(
    "is are has have does do can could will would got there here they with from home what about how much free "
    "cost quiet group women men step steps lift stairs".split()
)


class AboutPlace(AboutOffers):
    """Of the place whose letter is open, of the one named or read about last; where none is, of all that stand open."""

    action = "action_about_place"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        text = self.people.words_of(turn.id) or ""
        if (meeting := self._met_there(turn, text)) is not None:
            tell_meeting(self.deps, out, meeting, turn.id)
            return []
        asked, meant = questions(text), self._meant(turn, text)
        if not meant:
            out.utter_message(response="utter_cost_of_all" if asks_of_place(text) == COST else "utter_no_offers_yet")
            return []
        lines = list(self._lines(turn, text, asked, meant))
        if not lines:
            self._not_said(out, turn, meant)
        else:
            out.utter_message(response="utter_about_places", lines="\n".join(dict.fromkeys(lines)))
        return self.spoken_of(turn, meant[0]) if len(meant) == 1 else []

    def _not_said(self, out: CollectingDispatcher, turn: Turn, meant: list[str]) -> None:
        """Of a place that has their letter, what it does not say can be asked there."""
        mine = [one for one in self.people.of_person(turn.person) if one.service_id in meant and one.state not in ENDED]
        buttons = ask_them(self.deps, mine[0], turn.id) if mine and len(meant) == 1 else []
        if buttons:
            out.utter_message(response="utter_place_not_said_sent", buttons=buttons)
        else:
            out.utter_message(response="utter_place_not_said")

    def _met_there(self, turn: Turn, text: str) -> Introduction | None:
        """The visit that is to be, where its time or the way there is asked for and no other place is meant."""
        if not (asks_when(text) or asks_of_meeting(text)) or self.people.current_draft(turn.person) is not None:
            return None
        services, called = self.deps.directory().services, self.called(turn)
        mine = [one for one in self.people.of_person(turn.person) if one.contact and one.service_id in services]
        live = [one for one in mine if one.state not in ENDED and (not called or one.service_id in called)]
        return live[0] if live else None

    def _lines(self, turn: Turn, text: str, asked: Sequence[str], meant: list[str]) -> Iterator[str]:
        if asks_difference(text):
            return self._apart(self.called(turn) or self._numbered(turn, text))
        return self._why(turn, meant) if asks_why_shown(text) else self._of_each(asked, meant)

    def _numbered(self, turn: Turn, text: str) -> list[str]:
        """The two or three that are to be told apart; where fewer than two are named, all that were shown."""
        shown = [offer.service_id for offer in self.open_offers(turn)]
        named = numbered(text, shown)
        return named if len(named) > 1 else shown

    def _apart(self, service_ids: Sequence[str]) -> Iterator[str]:
        directory, say = self.deps.directory(), self.deps.say
        if len(service_ids) > 1:
            yield say("utter_places_apart")
        for service_id in service_ids:
            service = directory.services[service_id]
            provider = directory.provider_of(service)
            yield say("utter_place_answer", provider=provider.name, answer=told_apart(say, service, provider))

    def _of_each(self, asked: Sequence[str], meant: list[str]) -> Iterator[str]:
        """A line for each place, and for each question that any of them answers."""
        directory, say = self.deps.directory(), self.deps.say
        services = [directory.services[service_id] for service_id in meant]
        told = [[answer_of(say, one, service) for one in asked] for service in services]
        known = [at for at in range(len(asked)) if any(answers[at] for answers in told)]
        for service, answers in zip(services, told, strict=True):
            words = [answers[at] or say("utter_place_silent") for at in known]
            if words:
                name = directory.provider_of(service).name
                yield say("utter_place_answer", provider=name, answer=" ".join(dict.fromkeys(words)))
        if known and len(known) < len(asked):
            yield say("utter_place_not_said_rest")

    def _why(self, turn: Turn, meant: list[str]) -> Iterator[str]:
        """Why each was shown: all its reasons, as far as they hold now."""
        facts, say, directory = self.facts(turn), self.deps.say, self.deps.directory()
        matches = {one.service_id: one for one in look(self.deps, turn.person, facts, limit=ALL).matches}
        for service_id in meant:
            service = directory.services[service_id]
            provider = directory.provider_of(service)
            match = matches.get(service_id)
            told = reasons(say, match, service, provider, hopes_of(say, facts)) if match else []
            why = " ".join(told) or say("utter_place_without_reason")
            yield say("utter_place_answer", provider=provider.name, answer=why)

    def _meant(self, turn: Turn, text: str) -> list[str]:
        called, draft = self.called(turn), self.people.current_draft(turn.person)
        if called:
            return called
        if draft is not None:
            return [draft.service_id]
        offers = self.open_offers(turn)
        read = self.read_last(turn)
        if not offers and read is None:
            return [one.service_id for one in self.people.of_person(turn.person) if one.state not in ENDED][-1:]
        named = self._named(text, offers)
        return [named] if named else [read] if read else [offer.service_id for offer in offers]

    def _named(self, text: str, offers: list[Offer]) -> str | None:
        """The one that is named, or its number; words of a card's summary name none."""
        directory = self.deps.directory()
        services = [directory.services[offer.service_id] for offer in offers]
        if len(services) < 2:
            return None
        words = " ".join(
            word for word in re.findall(r"[\w&]+", without_the_child(text).casefold()) if word not in _OF_THE_QUESTION
        )
        return choose(words, {f"{directory.provider_of(one).name} {one.name}": one.id for one in services})
