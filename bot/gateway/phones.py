"""What people need of a phone, settled before Rasa: going on in another chat, a number that Rasa never sees."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from bot.copy import Copy
from bot.gateway.codes import code_of, is_as_told
from bot.gateway.plans import RESUME, Plan, kindly, open_question
from bot.gateway.safety import said
from bot.gateway.words_given import WordGate
from bot.languages import Languages
from bot.rasa_client import RasaInput
from bot.store.model import Joins, Said, SaidButton, StoredButton, Turn
from knowledge.tongue import tongue
from knowledge.understanding.asked_of_place import asks_anything_of_place

JOIN = "join_chats"
_NO_CODE = {"unknown": "utter_code_unknown", "own": "utter_code_own", "too_many": "utter_code_too_many"}
_IS_NONE = frozenset({"unknown", "too_many"})
_DOOR = "door-"
GIVEN = RasaInput(text="", intent="inform", entities={"answer": "given"})
ANOTHER_NUMBER = RasaInput(text="", intent="inform", entities={"answer": "another_number"})
"""Put right where the time is asked: "sorry its ...124"."""
# Questions that are answered in a person's own words, whatever their language.
_OWN_WORDS = frozenset(
    "chosen_name new_line answer_text message_text complaint_text place safe_time reminder_words reminder_day".split()
)
FEWEST_DIGITS, LONGEST_KEPT = 7, 120
_NUMBER = re.compile(r"(?<!\d)[+0](?:\d[ -]?){9,}")
"""As numbers are written here; hours are not: "10-12 14-17"."""
_TIMES = (
    r"\d|morning|afternoon|evening|night|noon|day\b|days\b|week|tomorrow"
    r"|(?:any|all|every) ?time|wh?en(ever)?\b|before|after\b"
    r"|between \w+ and\b"
)
_TIME = re.compile(_TIMES, re.IGNORECASE)


def tells_time(text: str) -> bool:
    """Whether words say when somebody may ring; they are kept as they were written."""
    return _TIME.search(text) is not None


class Codes(Protocol):
    """One-time codes, as the bot's store keeps them. Blocks."""

    def look(self, run: Turn, code: str, *, is_sure: bool = True) -> tuple[str, str]:
        """What a typed code is (live, own, unknown, too_many), and its hash. ``is_sure``: it can be no other answer."""


@dataclass(frozen=True)
class Phones:
    """Each call answers None where the message is the dialogue's."""

    copy: Copy
    codes: Codes
    keep_words: Callable[[str, str, str], None]
    """Keeps what a person (first) wrote in a turn (second), encrypted."""
    languages: Languages
    gate: WordGate

    def shut(self, run: Turn) -> Plan | None:
        """The neutral line, while nothing may be recalled to whoever this is."""
        return self.gate.shut(run)

    def told(self, run: Turn, text: str) -> Plan | None:
        """A message that is tried as the private word, before anything else may answer it."""
        return self.gate.read(run, text)

    def arrived(self, run: Turn) -> Plan | None:
        """A link into the chat that carries a code. It may have come from somebody else, so it is asked about."""
        carried = str(run.batch[0].data.get("door") or "")
        code = None if carried.startswith(_DOOR) else code_of(carried)
        if code is None:
            return None
        found, _ = self.codes.look(run, code)
        if found != "live":
            return kindly(self.copy, _NO_CODE[found], run.position)
        sure = self.copy.line("utter_join_sure")
        yes = SaidButton(self.copy.text("utter_title_join"), JOIN, {"code": code})
        no = tuple(SaidButton(b.title, b.intent, b.entities) for b in sure.buttons)
        return Plan((Said(sure.text, (yes, *no)),))

    def pressed(self, run: Turn, button: StoredButton) -> Plan | None:
        if button.intent == JOIN:
            return self._joined(run, str(button.entities["code"]), is_sure=True)
        if button.intent == RESUME.intent and run.position.language != "en":
            return Plan(rasa=open_question(run.position), language="en")
        return None

    def written(self, run: Turn, text: str) -> Plan | None:
        if run.position.slot == "phone" and sum(c.isdigit() for c in text) >= FEWEST_DIGITS:
            return self._kept(run, text)
        if run.position.slot == "safe_time" and _NUMBER.search(text):
            return self._kept(run, text, ANOTHER_NUMBER)
        if run.position.slot == "safe_time" and tells_time(text) and not asks_anything_of_place(text):
            return self._kept(run, text)
        code = code_of(text)
        joined = self._joined(run, code, is_sure=is_as_told(text)) if code else None
        return joined or self._in_their_language(run, text)

    def _in_their_language(self, run: Turn, text: str) -> Plan | None:
        """Another language is a person, not a fault: our lines in it, a person, or English."""
        language = None if run.position.slot in _OWN_WORDS else self.languages.get(tongue(text))
        if language is None:
            return None
        again = run.position.language == language.code
        return Plan(
            language.hello(self.languages.area, again=again, offers_person=self.copy.offers_person),
            language=language.code,
        )

    def _kept(self, run: Turn, text: str, told: RasaInput = GIVEN) -> Plan:
        """The words stay with us under their turn; the dialogue learns only that they were given."""
        self.keep_words(run.position.conversation, run.id, text[:LONGEST_KEPT])
        return Plan(rasa=told)

    def _joined(self, run: Turn, code: str, *, is_sure: bool) -> Plan | None:
        found, hashed = self.codes.look(run, code, is_sure=is_sure)
        if found in _IS_NONE and not is_sure:
            return None
        if found != "live":
            return kindly(self.copy, _NO_CODE[found], run.position)
        joins = Joins(hashed, self.copy.text("utter_joined_elsewhere"))
        return Plan((said(self.copy.line("utter_joined")),), joins=joins)
