"""What actions about places share: the cards of some, and which one is meant."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn
from actions.cards import OFF_TIMES, card
from actions.looking import ALL, lives_in, look
from actions.titles import short_title, short_titles
from actions.wording import hopes_of
from introductions.choosing import choose, means_another
from introductions.model import Fact, Offer
from introductions.tried import UNANSWERED, tried
from knowledge.matching import Match
from knowledge.reasons import Reason
from knowledge.understanding.place_wish import pointing

_OFF = Reason(OFF_TIMES, OFF_TIMES, field="times")


class Offering(Act):
    """Shows up to three places and remembers which were shown."""

    def show(self, out: CollectingDispatcher, turn: Turn, matches: list[Match]) -> None:
        facts, directory = self.facts(turn), self.deps.directory()
        hopes, home = hopes_of(self.deps.say, facts), lives_in(facts)
        self.people.offer(turn.person, [m.service_id for m in matches], turn=turn.id, key=self.key(turn))
        came = tried(self.people.of_person(turn.person))
        matches = self._with_clashes(turn, facts, matches)
        if not any(match.sure for match in matches):
            out.utter_message(response="utter_less_sure_of_these")
            matches = [replace(match, sure=True) for match in matches]
        for match in matches:
            service = directory.services[match.service_id]
            before = self.deps.say(f"utter_reason_before_{came[service.id]}") if service.id in came else ""
            out.utter_message(
                response="utter_offer",
                buttons=self._buttons(match.service_id),
                **card(self.deps.say, match, service, directory.provider_of(service), hopes, before=before, home=home),
            )
        sample = any(directory.provider_of(directory.services[m.service_id]).sample for m in matches)
        out.utter_message(response="utter_offer_more_choices_sample" if sample else "utter_offer_more_choices")
        if turn.asked and turn.form in WAITING_FORMS:
            out.utter_message(response="utter_question_waits")

    def _with_clashes(self, turn: Turn, facts: Sequence[Fact], matches: Sequence[Match]) -> list[Match]:
        """What is shown without reasons, as after a no, says all the same that its times are none of those told."""
        if all(match.reasons or match.cautions for match in matches):
            return list(matches)
        found = look(self.deps, turn.person, facts, limit=ALL, forgiving=True)
        off = {one.service_id: (_OFF,) for one in found.excluded if one.reason == OFF_TIMES}
        off |= {one.service_id: (clash,) for one in found.matches for clash in one.cautions if clash.code == OFF_TIMES}
        plain = {one.service_id for one in matches if not one.reasons and not one.cautions}
        return [
            replace(one, cautions=off[one.service_id]) if one.service_id in plain & off.keys() else one
            for one in matches
        ]

    def untried(self, turn: Turn, matches: Sequence[Match]) -> list[Match]:
        """Without places that a letter went to, or that were turned down; one that never answered comes last."""
        came, disliked = tried(self.people.of_person(turn.person)), self.people.disliked_services(turn.person)
        fresh = [match for match in matches if match.service_id not in came and match.service_id not in disliked]
        return fresh + [match for match in matches if came.get(match.service_id) == UNANSWERED]

    def open_matches(self, turn: Turn) -> dict[str, Match]:
        """Every place that is open to the person: those that fit in their order, then any other, without reasons."""
        found = look(self.deps, turn.person, self.facts(turn), limit=ALL)
        closed = {one.service_id for one in found.excluded}
        fitting = {match.service_id: match for match in found.matches}
        others = [one for one in self.deps.directory().services if one not in fitting and one not in closed]
        return fitting | {one: self.plain_match(one) for one in others}

    def plain_match(self, service_id: str) -> Match:
        """A card without reasons: of a place that is asked for by its name, or by a word of its own."""
        directory = self.deps.directory()
        service = directory.services[service_id]
        provider = directory.provider_of(service)
        return Match(service_id, provider.name, service.name, 0.0, (), (), service, provider)

    def _buttons(self, service_id: str) -> list[dict[str, object]]:
        choices = (("want_introduction", "introduce"), ("tell_more", "more"), ("decline_match", "drop"))
        return [
            {"title": self.deps.say(f"utter_title_{title}"), "intent": intent, "entities": {"offer": service_id}}
            for intent, title in choices
        ]


class AboutOffers(Act):
    """What actions on the places shown last share."""

    def open_offers(self, turn: Turn) -> list[Offer]:
        """The places of the last showing that are still open, newest three."""
        offers = [offer for offer in self.people.offers(turn.person) if offer.state == "offered"]
        latest = offers[-1].turn if offers else None
        shown = [offer for offer in offers if offer.turn == latest]
        tapped = turn.picked.get("offer") or turn.slots.get("wanted_offer")
        return shown + [offer for offer in offers if offer.service_id == tapped and offer.turn != latest]

    def named(self, service_ids: Iterable[str], *, by_name: bool) -> dict[str, str]:
        """The services' ids by their names, or by all that a card says of what they are."""
        directory = self.deps.directory()
        found = [directory.services[one] for one in service_ids if one in directory.services]
        names = {one.id: f"{directory.provider_of(one).name} {one.name}" for one in found}
        return {names[one.id] if by_name else f"{names[one.id]} {one.summary}": one.id for one in found}

    def called(self, turn: Turn) -> list[str]:
        """The places that are tapped or named in so many words, shown before or not."""
        one, several = turn.picked.get("offer"), turn.picked.get("offers")
        called = [str(one)] if one else [str(each) for each in several or ()]
        return [each for each in called if each in self.deps.directory().services]

    def read_last(self, turn: Turn) -> str | None:
        """The place that was spoken of last, or shown since by itself; none where several were shown since."""
        told = turn.slots.get("told_offer")
        if told and turn.slots.get("told_after") == self._newest(turn):
            there = told in self.deps.directory().services
            return str(told) if there and told not in self.people.disliked_services(turn.person) else None
        offers = self.people.offers(turn.person)
        shown = {offer.service_id for offer in offers if offer.turn == offers[-1].turn and offer.state == "offered"}
        return shown.pop() if len(shown) == 1 else None

    def spoken_of(self, turn: Turn, service_id: str) -> Events:
        """Notes the place that "introduce me" means after this."""
        return [SlotSet("told_offer", service_id), SlotSet("told_after", self._newest(turn))]

    def _newest(self, turn: Turn) -> int:
        return max((offer.number for offer in self.people.offers(turn.person)), default=0)

    def short(self, service_id: str) -> str:
        directory = self.deps.directory()
        return short_title(directory.provider_of(directory.services[service_id]).name)

    def choices(self, service_ids: Sequence[str], intent: str) -> list[dict[str, object]]:
        """A button for each, by its place; of a place that has two of them, by what it does."""
        directory = self.deps.directory()
        found = [directory.services[one] for one in service_ids]
        places = [one.provider_id for one in found]
        names = [directory.provider_of(one).name if places.count(one.provider_id) == 1 else one.name for one in found]
        return [
            {"title": title, "intent": intent, "entities": {"offer": one}}
            for one, title in zip(service_ids, short_titles(names), strict=True)
        ]


class OfferAct(AboutOffers):
    """An action about one place: the one tapped or named, the one pointed at among those shown, the one just spoken of
    (a letter that is begun speaks of its place), the one whose letter is open, or the only one; else it asks
    which. A long message that only shares words with a card points at none.

    ``do`` gets the service's id; the slot ``offer_step`` tells the rules how it went.
    """

    intent = ""
    which = ""
    of_the_one_read = True
    """Whether it means the place that was spoken of last, where no other is named."""
    of_the_letter = True
    """Whether, inside a letter, it means the place that the letter is for."""

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        if not self.open_offers(turn) and not self.called(turn) and self._in_hand(turn) is None:
            out.utter_message(response="utter_no_offers_yet")
            return [SlotSet("offer_step", "none_shown")]
        service_id = self.chosen(out, turn)
        if service_id is None:
            return [SlotSet("offer_step", "asked")]
        return [SlotSet("offer_step", "chosen"), *self.do(out, turn, service_id)]

    @abstractmethod
    def do(self, out: CollectingDispatcher, turn: Turn, service_id: str) -> Events: ...

    def chosen(self, out: CollectingDispatcher, turn: Turn) -> str | None:
        """The service's id, or None after asking which."""
        shown = list(dict.fromkeys(offer.service_id for offer in self.open_offers(turn)))
        called = self.called(turn)
        read = self.read_last(turn)
        if len(called) == 1 or read in called:
            return called[0] if len(called) == 1 else read
        wanted = turn.slots.get("wanted_offer")
        if not called and wanted in shown:
            return str(wanted)
        among = called or shown
        found = None if called else self._pointed(turn, shown, read)
        if found is None:
            out.utter_message(response=self.which, buttons=self.choices(among, self.intent))
        return found

    def _pointed(self, turn: Turn, shown: Sequence[str], read: str | None) -> str | None:
        words = self.people.words_of(turn.id) or ""
        pointed, few = pointing(words), len(words.split()) <= FEW_WORDS
        named = self.named(shown, by_name=not pointed)
        found = choose(pointed or words, named) if len(named) > 1 and (pointed or few) else None
        others = means_another(words)
        if found is None and not others:
            found = (read if self.of_the_one_read else None) or self._in_hand(turn)
        return found or (shown[0] if len(shown) == 1 else None)

    def _in_hand(self, turn: Turn) -> str | None:
        """The place whose letter is being written."""
        draft = self.people.current_draft(turn.person) if self.of_the_letter and turn.form == LETTER_FORM else None
        return draft.service_id if draft is not None else None


WAITING_FORMS = ("call_form", "introduction_form")
"""Whose open question waits while somebody looks at places."""
FEW_WORDS = 7
"""A message of so few words that any of them may be of a name; words of a card have to be pointed with."""
LETTER_FORM = "introduction_form"
