"""News of introductions, told once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn
from actions.calls import calls_said
from actions.cards import sentence
from actions.looking import ALL, look
from actions.may_write import MAY_WRITE_ASKED
from actions.of_introduction import QUESTION_BUTTONS, begun
from actions.visit_words import reminded_of
from actions.wording import day
from introductions.model import News
from introductions.reminding import LAST, REMINDER
from introductions.states import RELAYING

DATES = ("promised_day", "from_date", "visit_day", "remind_day")
STEPS = ("first_step", "when")
"""What a place wrote of a first meeting: each stands as a sentence of its own."""


class TellNews(Act):
    """Says ``utter_news_<name>`` with the news' own data; the gateway's turn carries only the news' id."""

    action = "action_tell_news"
    named = False
    """Whether they have asked to see it, so that names may be said though they are quiet."""

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        news = self.people.news(turn.picked["news"])
        if news is None:
            out.utter_message(response="utter_nothing_to_follow")
            return [SlotSet("question_open", False)]
        if not self.named and self.people.quiet(news.person_id).how != "off":
            show = {
                "title": self.deps.say("utter_title_show_news"),
                "intent": "show_news",
                "entities": {"news": news.id},
            }
            out.utter_message(response="utter_news_quiet", buttons=[show])
            return [SlotSet("question_open", False)]
        if news.name == "provider_question":
            if not self._waits_for_answer(turn, news):
                return [SlotSet("question_open", False)]
            if turn.form is None:
                return self._ask(out, news)
        told = self._told(turn, news)
        buttons = self._buttons(told, news.introduction_id)
        buttons = [*self._to_another(turn, news), *buttons]
        out.utter_message(response=f"utter_news_{told}", buttons=buttons, **self._data(turn, news))
        heard_from = SlotSet("heard_from", self._heard_from(turn, news))
        away = [SlotSet("turned_away", True)] if news.name in TURNED_AWAY else []
        return [SlotSet("question_open", False), heard_from, *away, *self._spoken_of(news)]

    def _spoken_of(self, news: News) -> Events:
        """After a hello it is that place that is talked of, whatever was shown before."""
        if news.name != ACCEPTED or not news.introduction_id:
            return []
        service = self.people.introduction(news.introduction_id).service_id
        newest = max((offer.number for offer in self.people.offers(news.person_id)), default=0)
        return [SlotSet("told_offer", service), SlotSet("told_after", newest)]

    def _data(self, turn: Turn, news: News) -> dict[str, Any]:
        """Its own data, as they are said. A visit's reminder tells of the visit as it stands now."""
        said = _worded(news.data)
        step = self.people.reminder(turn.person) if news.name == REMINDER else None
        if step is not None:
            mine = self.people.of_person(turn.person)
            said["words"] = reminded_of(self.deps, mine, step.introduction_id, said["words"])
        return {**said, "calls": self._calls(news)} if news.name == ACCEPTED else said

    def _calls(self, news: News) -> str:
        """Who rings whom, where a hello offers a call."""
        return calls_said(self.deps, self.people.introduction(news.introduction_id)) if news.introduction_id else ""

    def _heard_from(self, turn: Turn, news: News) -> str | None:
        """The introduction whose place wrote this, or whose place wrote before and is told of still."""
        one = self.people.introduction(news.introduction_id) if news.introduction_id else None
        before = turn.slots.get("heard_from") == news.introduction_id
        heard = news.name in FROM_A_PLACE or before
        return news.introduction_id if heard and one is not None and one.state in RELAYING else None

    def _waits_for_answer(self, turn: Turn, news: News) -> bool:
        """Not when it was answered or left before it could be told, nor while its answer is being written."""
        if turn.form == "answer_form" and turn.slots.get("question_of") == news.introduction_id:
            return False
        one = self.people.introduction(str(news.introduction_id))
        return one.question is not None and one.question == news.data.get("question")

    def _ask(self, out: CollectingDispatcher, news: News) -> Events:
        """Where no other question is open the answer is asked for at once, so what is written next is for the place."""
        out.utter_message(response="utter_news_provider_question_now", **_worded(news.data))
        return begun(news.introduction_id)

    def _told(self, turn: Turn, news: News) -> str:
        """Which of the wordings of this news is true for this person."""
        if news.name == "provider_declined":
            other = "_suggestion" if news.data.get("suggestion") else ""
            return f"{news.name}{DECLINED.get(news.data.get('why'), '')}{other}"
        if news.name == ACCEPTED and news.introduction_id:
            return f"{ACCEPTED}_call" if self._calls(news) else ACCEPTED
        if news.name == "introduction_failed" and news.data.get("reason") in ("unsure", "closed"):
            return f"{news.name}_{news.data['reason']}"
        if news.name == "relayed" and news.data.get("visit_day"):
            return "relayed_reminder" if news.data.get("remind_day") else "relayed_day"
        if news.name == "no_contact_yet" and news.data.get("visit_day"):
            return "visit_was_to_be"
        unpromised = not news.data.get("promised", True)
        if news.name == SENT and turn.slots.get(MAY_WRITE_ASKED) and not self.people.may_message(news.person_id):
            return f"{SENT}_asked"
        waits = news.name in UNPROMPTED and (unpromised or not self.people.may_message(news.person_id))
        unasked = "" if news.data.get("asked", True) else "_unasked"
        return f"{news.name}{unasked}{'_waited' if waits else ''}"

    def _to_introduce(self, news: News) -> str:
        """The service that this news is a reason to be introduced to; empty where there is none."""
        if news.name == "late_answer" and news.introduction_id:
            return self.people.introduction(news.introduction_id).service_id
        theirs = self.deps.directory().services_of(news.data.get("suggest_provider", ""))
        return str(news.data.get("suggest_service") or (theirs[0].id if len(theirs) == 1 else ""))

    def _to_another(self, turn: Turn, news: News) -> list[dict[str, Any]]:
        """The service that this news speaks of: an introduction, where it is open to them as any place that is shown.
        A place's own idea can be read about too, also where only their own wishes stand against it.
        """
        directory, service_id = self.deps.directory(), self._to_introduce(news)
        service = directory.services.get(service_id)
        if service is None or not directory.provider_of(service).takes_introductions:
            return []
        why = self._kept_from(turn, service_id)
        ways = [("introduce", "want_introduction")] if why is None else []
        if news.name != "late_answer" and (why is None or why in OF_THEIR_WISHES):
            ways.append(("more", "tell_more"))
        if ways:
            self.people.offer(news.person_id, [service_id], turn=turn.id, key=f"{self.key(turn)}:{news.id}")
        return [
            {"title": self.deps.say(f"utter_title_{title}"), "intent": intent, "entities": {"offer": service_id}}
            for title, intent in ways
        ]

    def _kept_from(self, turn: Turn, service_id: str) -> str | None:
        """Why it is not among the places for this person; None where it may be."""
        if service_id in self.people.disliked_services(turn.person):
            return "disliked"
        closed = look(self.deps, turn.person, self.facts(turn), limit=ALL).excluded
        return next((one.reason for one in closed if one.service_id == service_id), None)

    def _buttons(self, name: str, introduction_id: str | None) -> list[dict[str, Any]]:
        meant = {"reminder": LAST} if name == REMINDER else {"introduction": introduction_id}
        return [
            {"title": self.deps.say(f"utter_title_{title}"), "intent": intent, "entities": meant}
            for title, intent in BUTTONS.get(name, ())
        ]


class ShowNews(TellNews):
    """What was announced without a name, now that its person has asked for it."""

    action = "action_show_news"
    named = True


OF_THEIR_WISHES = frozenset({"times", "cannot_meet", "unwanted"})
"""Reasons of theirs, not the place's: they may look past these, once they have read more."""
ACCEPTED = "provider_accepted"
FROM_A_PLACE = frozenset({ACCEPTED, "provider_cannot_reach", "relayed"})
"""What a place wrote: the words that come next may be a reply to it."""
TURNED_AWAY = frozenset({"provider_declined", "expired"})
"""Bad news of a place; the next has other words, so that nobody reads the same comfort twice."""
SENT = "introduction_sent"
"""Comes at once after the question whether we may write, which it asks again, so that it stands last."""
UNPROMPTED = frozenset({SENT, "promised_day", "hold_over"})
"""These speak of the day we write. To somebody who would rather ask, they say the same without it."""
BUTTONS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "provider_question": QUESTION_BUTTONS,
    **dict.fromkeys(
        (ACCEPTED, f"{ACCEPTED}_call"),
        (("reply", "say_to_place"), ("remind_me", "remind_me"), ("not_sure", "second_thoughts")),
    ),
    "provider_cannot_reach": (("reply", "say_to_place"),),
    **dict.fromkeys(
        ("relayed", "relayed_day", "relayed_reminder"), (("reply", "say_to_place"), ("no_more_words", "stop_relay"))
    ),
    "late_answer": (("others", "more_options"),),
    **{
        f"provider_declined{why}_suggestion": (("others", "more_options"), ("a_person", "ask_human"))
        for why in ("", "_full", "_not_fit", "_closed")
    },
    "provider_suggests": (("others", "more_options"),),
    "letters_waiting": (("letters_go", "letters_go"), ("letters_back", "withdraw")),
    "introduction_waits": (("keep_waiting", "wait_more"), ("letters_back", "withdraw"), ("others", "more_options")),
    "no_contact_yet": (("contact_made", "contact_made"), ("no_contact", "no_contact"), ("met_failed", "met_failed")),
    REMINDER: (("reminder_done", "reminder_done"), ("reminder_later", "remind_me"), ("reminder_let_go",) * 2),
    **dict.fromkeys(
        ("follow_up", "visit_was_to_be"), (("met_yes", "met_yes"), ("met_no", "met_no"), ("met_failed", "met_failed"))
    ),
}
"""Buttons that belong to one introduction, by the name of what is told: title and intent."""
DECLINED: Mapping[Any, str] = {"full": "_full", "not_fit": "_not_fit", "closed": "_closed"}
"""What is said of each reason that a place may tick; of any other, only that it is not about them."""


def _worded(data: Mapping[str, Any]) -> dict[str, Any]:
    """Rasa takes a value named ``text`` for the whole message, so what a place wrote goes as ``words``."""
    data = {"words" if key == "text" else key: value for key, value in data.items()}
    told = {key: day(date.fromisoformat(value)) if key in DATES and value else value for key, value in data.items()}
    return {key: sentence(value) if key in STEPS else value for key, value in told.items()}


class LetLettersGo(Act):
    """The yes to letters that waited since the person spoke of danger."""

    action = "action_let_letters_go"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        went = self.people.let_letters_go(turn.person, self.key(turn))
        out.utter_message(response="utter_letters_go" if went else "utter_letters_gone")
        return []
