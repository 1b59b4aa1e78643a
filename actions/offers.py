"""Places: what was heard, the cards, and others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, Turn
from actions.few import SHOWN, few
from actions.fitting import Unseen, liked_by, note_the_gap, tell_their_level, tells, without_other_jobs
from actions.heard_lines import heard_lines
from actions.looking import ALL, look
from actions.objected import Objected, at_their_times, off_their_times
from actions.places import Offering
from actions.refusing import speaks_of_times
from actions.saying_back import RIGHTS_PROMISED
from actions.turned_down import turned_down
from introductions.model import Fact
from introductions.states import State
from knowledge.availability import TIME_CONSTRAINTS
from knowledge.listing import Service
from knowledge.matching import Match
from knowledge.own_words import speaks_of
from knowledge.understanding import understand
from knowledge.understanding.objections import objects

KEEP_A_JOB = "support.in_work_support"


class ShowPlaces(Offering, Objected):
    """What I heard, then the places that fit best; honest when none does.

    Nothing is pressed on somebody who would not say anything, nor on who is awaited at a place, and the same three
    cards are not read out twice.
    """

    action = "action_offer"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        facts = self.facts(turn)
        if not tells(facts):
            out.utter_message(response="utter_nothing_heard")
            return []
        awaited = next((one for one in self.people.of_person(turn.person) if one.state is State.ACCEPTED), None)
        if awaited is not None and not turn.picked:
            place = self.deps.directory().providers.get(awaited.provider_id)
            name = place.name if place else awaited.provider_id
            out.utter_message(response="utter_kept_while_awaited", provider=name)
            return []
        self.leave_out(out, turn)
        found = look(self.deps, turn.person, facts, limit=ALL)
        fitting = self.untried(turn, liked_by(self.deps, facts, found.matches))
        matches = self._best(out, turn, fitting)
        if RIGHTS_PROMISED in (turn.slots.get("kind_said") or ()):
            matches = self._with_rights(matches, found.matches)
        told = turned_down([fact for fact in facts if fact.turn == turn.id])
        if told:
            out.utter_message(response="utter_turned_down", words=", ".join(told))
        if (
            matches
            and self._are_shown(turn, matches, fitting)
            and (self._objects(turn) or not _reads_anew(turn, facts))
        ):
            self._same_places(out, turn, matches)
            return []
        out.utter_message(response="utter_what_i_heard", **heard_lines(self.deps.say, facts))
        if matches:
            tell_their_level(self, out, turn, facts, matches)
            self.show(out, turn, matches)
        else:
            note_the_gap(self, turn)
            elsewhen = any(one.fitting and one.reason == "times" for one in found.excluded)
            out.utter_message(response="utter_no_match_at_the_times" if elsewhen else "utter_no_match")
        return []

    def _with_rights(self, best: list[Match], found: Sequence[Match]) -> list[Match]:
        """An adviser on rights at work was promised: one that fits comes first."""
        services = self.deps.directory().services
        fit = [one for one in found if KEEP_A_JOB in services[one.service_id].support]
        of_rights = [one for one in [*best, *fit] if _is_of_rights(services[one.service_id])]
        right = min(of_rights, key=lambda one: _of_rights_first(services[one.service_id]), default=None)
        return best if right is None else [right, *(one for one in best if one != right)][:SHOWN]

    def _same_places(self, out: CollectingDispatcher, turn: Turn, matches: Sequence[Match]) -> None:
        """Where none of them speaks of a thing that was just named, that is said."""
        said = [] if turn.picked else understand(self.people.words_of(turn.id) or "").concepts
        liked = [one for one in said if one.code.startswith("interest.") and one.polarity == "yes"]
        shown = [self.deps.directory().services[match.service_id] for match in matches]
        if self._objects(turn):
            out.utter_message(response="utter_same_places_owned")
        elif liked and not any(speaks_of(service, one.words) for service in shown for one in liked):
            out.utter_message(response="utter_same_places_without", words=liked[0].words)
        else:
            out.utter_message(response="utter_same_places")

    def _objects(self, turn: Turn) -> bool:
        return not turn.picked and objects(self.people.words_of(turn.id) or "")

    def _best(self, out: CollectingDispatcher, turn: Turn, matches: list[Match]) -> list[Match]:
        """What is shown at once. Who objects to those just shown sees the next instead, at their times where they speak
        of these; where there are no next, the same ones stay.
        """
        matches = self._wished_first(turn, matches)
        best = few(matches)
        if not self._objects(turn):
            return best
        if speaks_of_times(self.people.words_of(turn.id) or ""):
            best = few(at_their_times(matches))
            if best and all(map(off_their_times, best)):
                out.utter_message(response="utter_none_at_your_times")
        elif {match.service_id for match in best} == set(self._shown_last(turn)):
            best = [one for one in matches if one.service_id not in self._shown_last(turn)]
            best = few(best) or few(matches)
        return best

    def _wished_first(self, turn: Turn, matches: list[Match]) -> list[Match]:
        """Once places were shown, the help that a message asks for comes before all that was told earlier."""
        if turn.picked or not self.people.offers(turn.person):
            return matches
        said = understand(self.people.words_of(turn.id) or "").concepts
        wished = {one.code for one in said if one.code.startswith("support.") and one.polarity == "yes"}
        services = self.deps.directory().services
        for_it = [one for one in matches if wished & set(services[one.service_id].support)]
        for_it.sort(key=lambda one: services[one.service_id].support[0] not in wished)
        return [*(replace(one, sure=True) for one in for_it), *(one for one in matches if one not in for_it)]

    def _are_shown(self, turn: Turn, best: Sequence[Match], fitting: Sequence[Match]) -> bool:
        """Whether nothing would be shown that was not shown last, with the same one first; of those that stood beside
        it all fit still, though fewer may be shown now.
        """
        last, now = self._shown_last(turn), [match.service_id for match in best]
        if set(now) == set(last):
            return True
        fit = {match.service_id for match in fitting}
        return last[:1] == now[:1] and set(now) <= set(last) <= fit

    def _shown_last(self, turn: Turn) -> list[str]:
        offers = self.people.offers(turn.person)
        return [offer.service_id for offer in offers if offer.turn == offers[-1].turn and offer.state == "offered"]


_ON_THE_CARDS = TIME_CONSTRAINTS | {"district", "area", "times", "days", "hours"}


def _reads_anew(turn: Turn, facts: Sequence[Fact]) -> bool:
    """Whether the same places read otherwise after this message: by where they lie and which times suit, or by what is
    to be worked round no more.
    """
    told = [fact for fact in facts if fact.turn == turn.id]
    return any(_ON_THE_CARDS & {fact.code or fact.field} or fact.polarity == "no" for fact in told)


def _is_of_rights(service: Service) -> bool:
    return bool({"right", "rights"} & set(f"{service.name} {service.summary}".casefold().replace(".", "").split()))


def _of_rights_first(service: Service) -> tuple[bool, int]:
    """An adviser comes before a place that does other things besides."""
    return not _is_of_rights(service), len(service.support)


class KeepAJob(Offering):
    """The places that help to keep a job, where nothing else is asked."""

    action = "action_keep_a_job"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        services = self.deps.directory().services
        found = look(self.deps, turn.person, self.facts(turn), limit=ALL).matches
        keeping = [one for one in found if KEEP_A_JOB in services[one.service_id].support]
        keeping.sort(key=lambda one: _of_rights_first(services[one.service_id]))
        keeping = self.untried(turn, without_other_jobs(self.facts(turn), keeping))
        if keeping:
            self.show(out, turn, few(keeping))
        return []


class MoreOptions(Unseen):
    action = "action_more_options"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        told = turned_down([fact for fact in self.facts(turn) if fact.turn == turn.id])
        if told:
            out.utter_message(response="utter_turned_down", words=", ".join(told))
        matches = few(self.unseen(turn))
        if matches:
            self.show(out, turn, matches)
        else:
            out.utter_message(response="utter_no_more")
        return []
