"""What conversations said and filled together: the responses uttered, and each slot's ways of being filled."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from bot.copy import Copy
from bot.gateway.phones import ANOTHER_NUMBER, GIVEN
from tests.conversations.recorder import Event, Recorder
from tests.conversations.stage import Stage

Way = Literal["tap", "text", "skip", "correction", "aside"]
"""By a button, by words, not at all, by other words later, after words that were beside the point."""
NOT_TOLD: tuple[object, ...] = (None, [], "skipped")


@dataclass
class Coverage:
    uttered: set[str] = field(default_factory=set)
    ways: set[tuple[str, Way]] = field(default_factory=set)
    played: set[Path] = field(default_factory=set)

    def leave(self, file: Path) -> None:
        """Written whole or not at all: others look at the same time."""
        staging = file.with_suffix(".new")
        staging.write_bytes(pickle.dumps(self))
        staging.replace(file)

    @classmethod
    def left_in(cls, folder: Path) -> Coverage:
        whole = cls()
        for file in folder.iterdir():
            if not file.suffix:
                one: Coverage = pickle.loads(file.read_bytes())
                whole.uttered |= one.uttered
                whole.ways |= one.ways
                whole.played |= one.played
        return whole

    def not_uttered(self) -> list[str]:
        return sorted(set(Copy().names) - self.uttered - SAID_ELSEWHERE)

    def uttered_against_the_list(self) -> list[str]:
        """What is listed as said elsewhere alone, and was said here."""
        return sorted(SAID_ELSEWHERE & self.uttered)

    def not_filled(self) -> list[tuple[str, Way]]:
        return sorted({(slot, way) for slot, ways in ASKED.items() for way in ways} - self.ways)

    @contextmanager
    def of(self, stage: Stage) -> Iterator[None]:
        """Counts what the conversations held meanwhile bring."""
        stage.uttered.clear()
        tapped: set[str] = set()
        with _taps(stage, tapped), Recorder(stage).listening() as recorder:
            yield
        self.uttered |= stage.uttered
        for events in recorder.conversations.values():
            self.ways |= set(ways(events, tapped))


@contextmanager
def _taps(stage: Stage, tapped: set[str]) -> Iterator[None]:
    rasa = stage.app.bot.outside.rasa
    turn = rasa.turn

    async def noted(conversation: str, turn_id: str, said: Any, **kwargs: Any) -> Any:
        tapped.update({turn_id} if said.intent and said not in (GIVEN, ANOTHER_NUMBER) else ())
        return await turn(conversation, turn_id, said, **kwargs)

    rasa.turn = noted  # type: ignore[method-assign, assignment]
    yield
    rasa.turn = turn  # type: ignore[method-assign]


def ways(events: Iterable[Event], tapped: set[str]) -> Iterator[tuple[str, Way]]:
    """Each slot that was set, and how."""
    values: dict[str, Any] = {}
    before: dict[str, Any] = {}
    told: dict[str, Any] = {}
    asked = now = None
    how: Way = "text"
    waited: set[str] = set()
    for event in events:
        if event["event"] == "user":
            if how == "text" and asked is not None and asked == now:
                waited.add(asked)
            asked, before = now, dict(values)
            how = "tap" if event["metadata"]["turn"] in tapped else "text"
            how = "skip" if event["parse_data"]["intent"]["name"] == "skip" else how
            for slot in _told_anew(event, told) if how == "text" else ():
                yield slot, "correction"
        elif event["event"] == "slot" and event["name"] == "requested_slot":
            now = event["value"] or None
        elif event["event"] == "slot":
            name, value = event["name"], event["value"]
            values[name] = value
            if value and value != before.get(name):
                first = before.get(name) in NOT_TOLD
                anew = how == "text" and value != told.get(name, value)
                aside = name == asked and name in waited
                told[name] = told.get(name) if value in NOT_TOLD else value
                held: tuple[tuple[bool, Way], ...] = ((first, how), (anew, "correction"), (aside, "aside"))
                yield from ((name, way) for so, way in held if so)


def _told_anew(event: Event, told: dict[str, Any]) -> Iterator[str]:
    """Slots that hold only that they were told, of which a message tells other words than one before it."""
    for entity in event["parse_data"]["entities"]:
        slot = _FIELDS.get(entity.get("field", ""))
        if slot is not None and entity["value"] != told.setdefault(slot, entity["value"]):
            told[slot] = entity["value"]
            yield slot


_FIELDS = {"district": "place", "area": "place", "name": "chosen_name"}


_EVERY: tuple[Way, ...] = ("tap", "text", "skip", "correction", "aside")
_ONCE: tuple[Way, ...] = ("tap", "text", "skip", "aside")
"""What was written is passed on, or kept as it is, and a step that is decided is done: other words begin it anew. A day
to be reminded on is changed by its button "Another day", which asks the question again.
"""
_WRITTEN: tuple[Way, ...] = ("text", "skip", "aside")
"""Words only; the one button leaves the question. A number put right stays with the gateway (test_phones.py)."""
_CHOSEN: tuple[Way, ...] = ("tap", "text", "aside")
"""The welcome: a yes to keeping is never skipped."""

ASKED: dict[str, tuple[Way, ...]] = {
    **dict.fromkeys(
        ("interests", "hopes", "hard", "times", "health", "age", "gender", "circumstance", "record"), _EVERY
    ),
    **dict.fromkeys(("place", "alone", "diagnosis", "work_right"), _EVERY),
    "heritage": (*_WRITTEN, "correction"),
    **dict.fromkeys(("story", "complaint_text", "complaint_harm", "complaint_service"), _ONCE),
    **dict.fromkeys(("letter_decision", "message_decision", "answer_decision"), _ONCE),
    **dict.fromkeys(("reminder_words", "reminder_day"), _ONCE),
    **dict.fromkeys(("complaint_words", "message_text", "answer_text", "new_line", "phone"), _WRITTEN),
    "chosen_name": _EVERY,
    **dict.fromkeys(("agreed", "young", "agreed_young"), _CHOSEN),
    "safe_time": ("tap", "text", "skip", "aside"),
}
"""The slots that forms ask for, and the ways in which each can be filled."""

NOT_SAID_HERE: dict[str, str] = {
    "chat apps say it, or their files": """
        hidden_telegram hidden_whatsapp leave_screen_telegram leave_screen_whatsapp
        menu_help menu_again menu_simpler menu_person menu_what menu_delete menu_stop
        no_groups place_link_over place_link_resident tap_or_type open_list join_code_telegram join_sure title_join
        words_that_work terminal_opens
        cannot_read_voice cannot_read_photo cannot_read_sticker cannot_read_location cannot_read_file cannot_read_other
        """,
    "a poster, or somebody who comes by one": """
        poster_title poster_text poster_how poster_by door_asks door_told door_not_told
        """,
    "something broke, was flooded, or was pressed too late": """
        outage gave_up busy too_many too_large not_understood_request old_button nothing_open nothing_kept
        nothing_to_change news_introduction_failed_closed
        """,
    "a house with other settings": """
        handover_asked call_me_asked call_kept call_kept_no_time
        complaint_kept handover_nobody call_me_nobody complaint_harm complaint_harm_somewhere
        hours_unsaid operator_kind_charity operator_kind_council operator_kind_nhs operator_kind_other
        agreed_queued_morning next_queued
        """,
    "a directory with other places than the sample": """
        offer_more_choices cost_unknown never_checked hold_some_place reason_condition
        reason_condition_plain caution_step_free_unknown caution_no_letters caution_changed caution_silent caution_away
        run_by_dwp format_one_to_one_or_group_open
        """,
    "a reason whose words are not known, which a chat always knows": """
        reason_own_words_plain reason_need_plain reason_adapts_plain
        reason_own_community_plain reason_group_plain reason_near_plain reason_hope_plain reason_stage_ready
        """,
    "a kind of place that nobody in a script asks about; tests/actions/test_whereabouts.py does": """
        place_kind_dwp place_kind_housing place_kind_jobcentre place_kind_private
        paid_by_dwp
        """,
    "where only places to stay in for are left; tests/actions/test_rarely_said.py": "caution_at_home",
    "who answers at some hours only; tests/knowledge/test_contacts.py": "contact_drinkline contact_na",
    "for who writes no English, and so in no chat; tests/knowledge/test_matching.py": "caution_language",
    "a no with a suggestion, or a place after one, of each kind": """
        news_provider_declined_suggestion news_provider_declined_not_fit_suggestion
        news_provider_declined_closed_suggestion reason_before_said_no reason_before_said_no_closed
        reason_before_over reason_before_with_them
        """,
    "more than a dozen letters, or looks at them": "hold_rest_letters hold_rest_looks hold_and_more",
    "written before any chat began": "incident_draft incident_relayed incident_ended incident_stands",
    "after half a year": "word_locked word_right",
    "a place named to which the scripts' people would be let in": """
        no_introduction not_open_women_only not_open_men_only not_open_needs not_open_closed not_open_group
        not_open_full not_open_now
        """,
    "a meaning that is not in doubt just now": """
        meaning_change_answer meaning_ask_status meaning_go_back meaning_withdraw meaning_complain
        meaning_want_introduction meaning_ask_benefits meaning_ask_why
        """,
    "a liking that is said back in their own words": "said_interest_computers",
}
"""Responses that no person in a page's chat can bring about, by why.

Most are said by tests/actions/test_rarely_said.py, test_person_asked.py, test_not_understood.py and test_news_told.py,
what chat apps and faults bring about by tests/bot, posters by tests/bot/test_doors.py.
"""
SAID_ELSEWHERE = frozenset(f"utter_{name}" for names in NOT_SAID_HERE.values() for name in names.split())
