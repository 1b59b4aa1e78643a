"""A place is looked for by a word of its own: "is there a choir?", "anywhere with dominoes"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, Turn
from actions.few import SHOWN, few
from actions.fitting import Unseen, without_first_steps
from actions.objected import Objected
from introductions.tried import Came, tried
from knowledge.language.stems import stem
from knowledge.listing import Service
from knowledge.matching import Match
from knowledge.own_words import tokens
from knowledge.understanding import understand
from knowledge.understanding.asked_of_papers import language_asked
from knowledge.understanding.kind_wish import kind_question, kinds_of, wished_kind

USED_BY_MANY = 0.2
"""Share of all places from which a word that they use is none to find one by."""
MOSTLY = 0.5
"""Share of what a place is for, from which it comes near a thing that no place has."""
ALIKE, LONG = 88, 6
"""RapidFuzz ratio from which two long stems are one word misspelt; a shorter one has to be equal."""
_OF_THE_QUESTION = frozenset(
    map(
        stem,
        "place places anywhere somewhere where which what have has there with here near got do does they it is are "
        "this that any the offer run anything something nothing really learn find you can get else other thing just "
        "useful use head heads hand hands brain brains mind myself being".split(),
    )
)

_DENIED = re.compile(r"\b(?:but |and )?(?:not|no|without|isn'?t|doesn'?t|never)\b[^.,;!?]*", re.IGNORECASE)
"""What it is to be without: "sites, building, but not lifting"."""
_OF_USE = re.compile(r"\b(?:useful|of use|be needed|use my (?:head|brain|mind|experience|skills))\b", re.IGNORECASE)


class FindPlace(Unseen, Objected):
    """The places whose listing has most of the words, among those that are open to the person; of the places just
    shown, if one of them has as many as any. Where no listing has them, those of the same kind, told to be that.

    A place that said no, was turned down or has a letter already is left out; where there is no other, it is told.
    """

    action = "action_find_place"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        text = self.people.words_of(turn.id) or ""
        if language := language_asked(text):
            self._where_it_is_spoken(out, turn, language)
            return []
        self.leave_out(out, turn)
        question = kind_question(text)
        text = _DENIED.sub(" ", question or text)
        thing = wished_kind(text)
        having = self._having(turn, thing or text)
        alike = self._meant_so(turn, text)
        having = self._of_a_kind(text, having) if alike else having
        untried = {match.service_id for match in self.untried(turn, [match for _, match in having])}
        fresh = self._shown_first(turn, [pair for pair in having if pair[1].service_id in untried])
        if fresh:
            self.show(out, turn, fresh[:SHOWN])
        elif having:
            self._only_that(out, turn, having[0][1])
        elif thing and (near := self.untried(turn, self._of_the_kind(turn, thing))[:SHOWN]):
            out.utter_message(response="utter_places_near_that")
            self.show(out, turn, near)
        elif alike and not thing:
            self.show(out, turn, alike)
        else:
            out.utter_message(response="utter_no_place_with_that")
        return []

    def _meant_so(self, turn: Turn, text: str) -> list[Match]:
        """Where no listing has the words, those of the kind they tell of; of words for how one would be of use, what
        still fits.
        """
        if codes := _likings(text):
            services, fitting = self.deps.directory().services, self.untried(turn, self._their_level(turn))
            least = (
                0.0 if codes & {fact.code for fact in self.facts(turn)} else MOSTLY
            )  # their own trade, or a new thing
            shares = [(one, _share(codes, services[one.service_id])) for one in fitting if one.reasons]
            of_it = [one for one, share in shares if share and share >= least]
        else:
            of_it = without_first_steps(self.facts(turn), self.unseen(turn)) if _OF_USE.search(text) else []
        return [replace(one, sure=True) for one in few(of_it)]

    def _of_a_kind(self, text: str, having: Sequence[tuple[int, Match]]) -> list[tuple[int, Match]]:
        """Of a word that names a liking, those that are of it: no board that looks after a building, for who builds.
        Several words together name the place itself.
        """
        codes, services = _likings(text), self.deps.directory().services
        most = max((words for words, _ in having), default=0)
        return [
            (words, match)
            for words, match in having
            if not codes or codes & set(services[match.service_id].interests) or words == most > 1
        ]

    def _where_it_is_spoken(self, out: CollectingDispatcher, turn: Turn, language: str) -> None:
        services = self.deps.directory().services
        found = [one for one in self.open_matches(turn).values() if _speaks(services[one.service_id], language)]
        found = self.untried(turn, found)[:SHOWN]
        if found:
            self.show(out, turn, [replace(one, sure=True) for one in found])
        else:
            out.utter_message(response="utter_no_place_speaks")

    def _having(self, turn: Turn, text: str) -> list[tuple[int, Match]]:
        """How many of the words its listing has, and the place; most first."""
        services = self.deps.directory().services
        asked = [word for word in tokens(text) if word not in _OF_THE_QUESTION]
        asked = self._telling(asked, list(services.values()))
        scored = [(self._hits(asked, services[one.service_id]), replace(one, sure=True)) for one in self._open(turn)]
        return sorted((pair for pair in scored if pair[0]), key=lambda pair: -pair[0])

    def _shown_first(self, turn: Turn, having: list[tuple[int, Match]]) -> list[Match]:
        """Of those just shown, if one of them has as many as any."""
        offers = self.people.offers(turn.person)
        shown = {offer.service_id for offer in offers if offer.turn == offers[-1].turn and offer.state == "offered"}
        most = having[0][0] if having else 0
        if any(hits == most and match.service_id in shown for hits, match in having):
            having = [pair for pair in having if pair[1].service_id in shown]
        return [match for _, match in having]

    def _open(self, turn: Turn) -> list[Match]:
        """With those they turned down, which are told of where they are the only ones."""
        found = {one.service_id: one for one in self._their_level(turn)}
        services = self.deps.directory().services
        disliked = [one for one in self.people.disliked_services(turn.person) if one in services and one not in found]
        return [*found.values(), *map(self.plain_match, disliked)]

    def _their_level(self, turn: Turn) -> list[Match]:
        return without_first_steps(self.facts(turn), list(self.open_matches(turn).values()))

    def _of_the_kind(self, turn: Turn, thing: str) -> list[Match]:
        """What is mostly of that kind: a city farm that also takes who likes science has no stars to look at."""
        kinds = set(kinds_of(thing))
        services = self.deps.directory().services

        def share(one: Match) -> float:
            return _share(kinds, services[one.service_id])

        mostly = [one for one in self.open_matches(turn).values() if share(one) >= MOSTLY]
        found = sorted(mostly, key=share, reverse=True)
        fitting = [one for one in found if one.reasons]
        return [replace(one, sure=True) for one in fitting or found]

    def _only_that(self, out: CollectingDispatcher, turn: Turn, one: Match) -> None:
        """The one that has it, and why it is not offered anew; it may be seen again by a tap."""
        came: Came | str = tried(self.people.of_person(turn.person)).get(one.service_id, "turned_down")
        why = self.deps.say(f"utter_reason_before_{came}")
        see = {
            "title": self.deps.say("utter_title_see_again"),
            "intent": "show_place",
            "entities": {"offer": one.service_id},
        }
        out.utter_message(response="utter_only_place_with_that", provider=one.provider, before=why, buttons=[see])

    def _telling(self, asked: list[str], services: Sequence[Service]) -> list[str]:
        """Without words that so many places use that they tell none apart."""
        uses = {word: sum(self._hits([word], service) for service in services) for word in asked}
        return [word for word in asked if uses[word] <= max(1, USED_BY_MANY * len(services))]

    def _hits(self, asked: list[str], service: Service) -> int:
        provider = self.deps.directory().provider_of(service)
        theirs = set(tokens(f"{provider.name} {provider.about} {service.name} {service.summary} {service.about}"))
        return sum(any(_same(word, other) for other in theirs) for word in asked)


def _share(codes: set[str], service: Service) -> float:
    """Of what a place is for, as much as is of the codes, 0 to 1."""
    return len(codes & set(service.interests)) / len(service.interests) if service.interests else 0.0


def _likings(text: str) -> set[str]:
    return {one.code for one in understand(text).concepts if one.code.startswith("interest.")}


def _speaks(service: Service, language: str) -> bool:
    return language in {tag.split("-")[0].lower() for tag in service.languages}


def _same(word: str, other: str) -> bool:
    long = min(len(word), len(other)) >= LONG
    return word == other or (long and fuzz.ratio(word, other) >= ALIKE)
