"""A question about a place that was just shown, answered from its listing and its reasons; nothing of it is kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, Turn
from actions.card_reasons import reasons
from actions.listing_answers import answer_of, sentences, told_apart
from actions.looking import ALL, lives_in, look
from actions.meant_places import AboutMeant
from actions.meeting import tell_meeting
from actions.ways_to_ask import GAPS, Ways, ways_to_ask
from actions.wording import hopes_of
from introductions.choosing import numbered
from introductions.model import Fact, Introduction
from introductions.states import ENDED
from knowledge.geography import Where, where
from knowledge.language.patois import in_plain_english
from knowledge.listing import Service
from knowledge.understanding.after_sending import asks_of_meeting
from knowledge.understanding.asked_of_place import BAD_DAY, asks_difference, questions
from knowledge.understanding.asked_of_us import asks_who_we_are
from knowledge.understanding.coming import asks_who_may_come
from knowledge.understanding.giving import gives
from knowledge.understanding.of_place import COST, asks_of_place, sums_named
from knowledge.understanding.place_wish import asks_why_not_sooner, asks_why_shown
from knowledge.understanding.plain_questions import plain_question
from knowledge.understanding.question_form import pieces
from knowledge.understanding.topics_of_place import areas_named, asks_which, topics
from knowledge.understanding.when_it_is import asks_when


class AboutPlace(AboutMeant):
    """Of the place whose letter is open, of the one named or read about last; where none is, of all that stand open."""

    action = "action_about_place"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        text = in_plain_english(self.people.words_of(turn.wrote) or "")
        if (meeting := self._met_there(turn, text)) is not None:
            tell_meeting(self.deps, out, meeting, turn.wrote)
            return []
        asked, meant = questions(text), self.meant(turn, text)
        if asks_why_not_sooner(text) and self.people.offers(turn.person):
            out.utter_message(response="utter_place_why_not_sooner")
            return []
        if not meant:
            out.utter_message(response=_of_none(asked))
            return []
        meant = self._of_that_price(text, meant)
        ways = ways_to_ask(self, turn, meant)
        lines = [*self._lines(turn, text, asked, meant, ways), *self._beside(asked, ways)]
        if not lines:
            out.utter_message(response=f"utter_place_not_said{ways.gone}", buttons=list(ways.buttons))
        else:
            buttons = list(ways.buttons) if ways.wanted else []
            out.utter_message(response="utter_about_places", lines="\n".join(dict.fromkeys(lines)), buttons=buttons)
        return self.spoken_of(turn, meant[0]) if len(meant) == 1 else []

    def _of_that_price(self, text: str, meant: list[str]) -> list[str]:
        """Those that name the sum which is asked about: "£120 on PIP?"."""
        sums, services = sums_named(text), self.deps.directory().services
        return [one for one in meant if sums and all(f"£{figure}" in services[one].cost for figure in sums)] or meant

    def _met_there(self, turn: Turn, text: str) -> Introduction | None:
        """The visit that is to be, where its time or the way there is asked for and no other place is meant."""
        if not (asks_when(text) or asks_of_meeting(text)) or self.people.current_draft(turn.person) is not None:
            return None
        services, called = self.deps.directory().services, self.called(turn)
        mine = [one for one in self.people.of_person(turn.person) if one.contact and one.service_id in services]
        live = [one for one in mine if one.state not in ENDED and (not called or one.service_id in called)]
        return live[0] if live else None

    def _lines(self, turn: Turn, text: str, asked: Sequence[str], meant: list[str], ways: Ways) -> Iterator[str]:
        if asks_difference(text):
            return self._apart(self.called(turn) or self._numbered(turn, text))
        return self._why(turn, meant) if asks_why_shown(text) else self._of_each(turn, asked, meant, ways)

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

    def _beside(self, asked: Sequence[str], ways: Ways) -> Iterator[str]:
        """What is asked beside it, and has an answer of ours."""
        if any(plain_question(one) == BAD_DAY for one in asked):
            yield self.deps.say("utter_place_bad_day")
        if any(gives(one, asked=True) for one in asked):
            yield self.deps.say("utter_place_to_teach")
        if len(asked) > 1 and any(asks_who_may_come(one) for one in asked):
            yield self.deps.say("utter_place_come_along_sent" if ways.gone else "utter_place_come_along")

    def _of_each(self, turn: Turn, asked: Sequence[str], meant: list[str], ways: Ways) -> Iterator[str]:
        """A line for each place, and for each question that any of them answers."""
        directory, say = self.deps.directory(), self.deps.say
        asked = [one for one in asked if plain_question(one) != BAD_DAY and not asks_who_may_come(one)]
        asked = [one for one in asked if topics(one) or not asks_which(one)] or asked
        services = [directory.services[service_id] for service_id in meant]
        lives = _lives(self.facts(turn), self.people.words_of(turn.wrote) or "")
        run = [(service, directory.provider_of(service)) for service in services]
        mine = [fact.words for fact in self.facts(turn) if fact.words and fact.polarity == "yes"]
        told = [[answer_of(say, one, service, by, lives, mine) for one in asked] for service, by in run]
        known = [at for at in range(len(asked)) if any(answers[at] for answers in told)]
        answered = [self._words(answers, known) for answers in told]
        ways.wanted = len(known) < len(asked) or any(say(gap) in answer for gap in GAPS for answer in answered)
        for service, answer in zip(services, answered, strict=True):
            theirs = {words for one, words in zip(services, answered, strict=True) if _same_place(one, service)}
            if answer:
                name = directory.provider_of(service).name
                called = name if len(theirs) == 1 else f"{name}, {service.name}"
                yield say("utter_place_answer", provider=called, answer=answer)
        if known and len(known) < len(asked):
            left = [one.strip(" ?.!,") for at, one in enumerate(asked) if at not in known]
            yield say(f"utter_place_not_said_rest{ways.gone}", words=", ".join(f'"{one}"' for one in left))

    def _words(self, answers: Sequence[str], known: Sequence[int]) -> str:
        words = [answers[at] or self.deps.say("utter_place_silent") for at in known]
        return " ".join(dict.fromkeys(one for said in words for one in sentences(said)))

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


def _of_none(asked: Sequence[str]) -> str:
    """What is said before any place was shown: what places cost is known of all, the rest of none."""
    of_cost = [asks_of_place(one) == COST for one in asked if not asks_who_we_are(one)]
    if not any(of_cost):
        return "utter_no_offers_yet"
    return "utter_cost_of_all" if all(of_cost) else "utter_rest_of_all"


def _same_place(one: Service, other: Service) -> bool:
    """Of two services of one place that answer differently, what is done there is named as well."""
    return one.provider_id == other.provider_id


def _lives(facts: Sequence[Fact], text: str) -> Where:
    """Where they live: told beside the question ("im tulse hill, is that streatham"), else what it asks about ("do they
    take brixton people"), else what they told before.
    """
    found = [(piece.asks, area) for piece in pieces(text) for area in areas_named(piece.text)]
    named = [area for asks, area in found if not asks] or [area for _, area in found]
    if named:
        return where(named[-1], named[-1])
    return lives_in(facts)
