"""Which of the places that were shown is turned down by what is said of it, where it is not named."""

from __future__ import annotations

from collections.abc import Sequence

from actions.base import Turn
from actions.places import AboutOffers
from introductions.model import Heard
from knowledge.language.weekdays import days_named
from knowledge.language.words import tokens
from knowledge.listing import Service
from knowledge.own_words import tokens as stems
from knowledge.understanding.concepts import listed_concepts
from knowledge.understanding.objections import EVERYDAY
from knowledge.understanding.refused_thing import belittles, refused
from knowledge.understanding.scope import Scope
from knowledge.understanding.week import names_a_part


class Refusing(AboutOffers):
    """The one that was read about last, where what is turned down is of it; else those of the last showing whose card
    has the words.
    """

    def refused_places(self, turn: Turn, text: str) -> list[str]:
        phrases = [text[a:b] for a, b in refused(text)]
        services, read = self.deps.directory().services, self.read_last(turn)
        shown = [one.service_id for one in self.open_offers(turn) if one.service_id in services]
        gone: list[str] = [read] if read and belittles(text) else []
        for phrase in phrases:
            if speaks_of_times(phrase):
                continue
            if read and (_has_words(services[read], phrase) or _kinds(phrase) & set(services[read].interests)):
                gone.append(read)
                continue
            gone += [one for one in shown if _has_words(services[one], phrase)] or self._only_of_kind(shown, phrase)
        return list(dict.fromkeys(gone))

    def _only_of_kind(self, shown: Sequence[str], phrase: str) -> list[str]:
        """By what they are, where only one of them is: the words of its kind stand on no card."""
        services = self.deps.directory().services
        found = [one for one in shown if _kinds(phrase) & set(services[one].interests)]
        return found if len(found) == 1 else []

    def likings_kept(self, turn: Turn, text: str, heard: Sequence[Heard]) -> list[Heard]:
        """Without what is denied of a place alone, where the same liking stands in other words: who bakes at home and
        wants no "kitchen full of people" bakes still.
        """
        denied = [one for one in heard if one.polarity == "no" and (one.code or "").startswith("interest.")]
        gone = self.refused_places(turn, text) if denied else []
        codes = {code for one in gone for code in self.deps.directory().services[one].interests}
        liked = {
            (fact.code, fact.words.casefold()) for fact in self.people.facts(turn.person) if fact.polarity == "yes"
        }
        other = [
            one
            for one in denied
            if one.code in codes and any(code == one.code and words != one.words.casefold() for code, words in liked)
        ]
        return [one for one in heard if one not in other]


def speaks_of_times(text: str) -> bool:
    return names_a_part(tokens(text)) or bool(days_named(text))


def _has_words(service: Service, phrase: str) -> bool:
    """Words of everyday life are too little for that."""
    theirs = set(stems(f"{service.name} {service.summary} {service.about} {service.first_visit}"))
    return bool((set(stems(phrase)) - EVERYDAY) & theirs)


def _kinds(phrase: str) -> set[str]:
    heard = listed_concepts(phrase, Scope.of(tokens(phrase)))
    return {one.code for one in heard if one.code.startswith("interest.")}
