"""Wishes known by their shape, as people write them."""

from __future__ import annotations

import pytest

from knowledge.understanding import understand
from knowledge.understanding.asides import Addressed, addressed
from knowledge.understanding.commands import command
from knowledge.understanding.edits import Edit, edit
from knowledge.understanding.letter_questions import LetterQuestion, letter_question
from knowledge.understanding.misheard import taken_off


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("tell nadia thank you, ill be there saturday", Addressed("nadia", "thank you, ill be there saturday")),
        ("reply to nadia", Addressed("nadia", "")),
        ("I want to write to Fair Shift", Addressed("Fair Shift", "")),
        ("thats nice, tell her thanks", Addressed("her", "thanks")),
        ("can i turn camera off? ask jo", Addressed("jo", "can i turn camera off?")),
        ("let them know ill be late", Addressed("them", "ill be late")),
        ("tell me more", None),
        ("i want to talk to a person", None),
        ("message me when they reply please", None),
    ],
)
def test_words_for_somebody_at_a_place(text: str, meant: Addressed | None) -> None:
    said = addressed(text)
    assert (said and said[:2]) == (meant and meant[:2])


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("add: my meeting is tuesday", Edit(adds=True, words="my meeting is tuesday")),
        ("Change the letter: put in that I ran print presses", Edit(adds=True, words="I ran print presses")),
        ("why does it say kitchen network, take that out", Edit(adds=False, words="kitchen network")),
        ("don't mention my back", Edit(adds=False, words="my back")),
        ("dont say i want job", Edit(adds=False, words="i want job")),
        ("i dont want them to know about my back", Edit(adds=False, words="my back")),
        ("take sewing out and put gardening", Edit(adds=False, words="sewing", puts="gardening")),
        ("mornings not evenings", Edit(adds=False, words="evenings", puts="mornings")),
        ("its mrs lowe not pat", Edit(adds=False, words="pat", puts="mrs lowe")),
        ("change sewing to knitting", Edit(adds=False, words="sewing", puts="knitting")),
        ("My name is Mrs Lowe, not Pat", Edit(adds=True, words="Mrs Lowe", of_name=True)),
        ("put my name down as Ray", Edit(adds=True, words="Ray", of_name=True)),
        ("take my name out put D", Edit(adds=True, words="D", of_name=True)),
        ("call me Dee please", Edit(adds=True, words="Dee", of_name=True)),
        ("take my name out", Edit(adds=False, words="name", of_name=True)),
        ("call me tomorrow", None),
        ("call me on my mobile", None),
        ("delete everything", None),
        ("delete my data", None),
        ("send it, not now", None),
        ("who sees this", None),
    ],
)
def test_changes_to_a_letter(text: str, meant: Edit | None) -> None:
    assert edit(text) == meant


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("does it say I'm the librarian helping him?", LetterQuestion("says", "I'm the librarian helping him")),
        ("what does 'this is about' mean?", LetterQuestion("means", "this is about")),
        ("why does it say sewing", LetterQuestion("why", "sewing")),
        ("where did you get that from", LetterQuestion("why", "")),
        ("when did i say i want evenings", LetterQuestion("why", "i want evenings")),
        ("what made you put that i sew", LetterQuestion("why", "that i sew")),
        ("i don't remember saying that", LetterQuestion("why", "")),
        ("what happens next", None),
        ("what would my gaffer see", LetterQuestion("who", "see")),
        ("who sees this", LetterQuestion("who", "sees")),
        ("is it in brixton", None),
    ],
)
def test_questions_about_a_letter(text: str, question: LetterQuestion | None) -> None:
    assert letter_question(text) == question
    assert edit(text) is None


def test_words_for_a_line_are_no_wish_for_shorter_ones() -> None:
    assert understand("not lift heavy things, short words please", asked="new_line").intent == "inform"
    assert understand("simpler please", asked="new_line").intent == "simpler"


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("drawing isnt a problem i like drawing", "drawing"),
        ("im not on drugs!! why r u showing me that", "on drugs"),
        ("I was being sarcastic about the sewing. Take it off.", "the sewing"),
        ("Take sewing off", "sewing"),
        ("not sewing", "sewing"),
        ("forget sewing", "sewing"),
        ("no thanks", None),
        ("delete everything", None),
        ("forget everything", None),
        ("forget me", None),
        ("i'm not sure", None),
        ("not yet", None),
    ],
)
def test_what_was_misheard(text: str, about: str | None) -> None:
    assert taken_off(text) == about


@pytest.mark.parametrize(
    ("text", "asked", "intent"),
    [
        ("the meeting is tuesday, what do i do", None, "near_day"),
        ("i need help before tuesdays absence meeting", "record", "near_day"),
        ("wot happens now", None, "what_next"),
        ("how will i no", None, "what_next"),
        ("can i bring someone with me", None, "who_may_come"),
        ("What places have printing presses?", None, "find_place"),
        ("ok send it i gess", "letter_decision", "affirm"),
        ("I am a community navigator at Brixton library, I have Mrs Osei with me", "agreed", "beside_someone"),
        ("the meeting place is nice on tuesdays", None, None),
        ("the 1st ones again", None, "show_place"),
        ("go bak to the piano one", None, "show_place"),
        ("can i see the sewing one again", None, "show_place"),
        ("the ones you showed me before", None, "show_place"),
        ("i want to go back to the gym", None, None),
        ("go back to the start", None, None),
        ("show me the other ones", None, None),
        ("send it again", None, "send_again"),
        ("i changed my mind send it", None, "send_again"),
        ("where is it", None, "ask_visit"),
        ("wot do i bring", None, "ask_visit"),
        ("what time is it", None, "ask_visit"),
        ("so who do i ask for", None, "ask_visit"),
        ("what time", "letter_decision", "ask_visit"),
        ("where is it", "place", None),
        ("delete everything", "letter_decision", None),
    ],
)
def test_questions_beside_the_question(text: str, asked: str | None, intent: str | None) -> None:
    assert command(text, asked) == intent


@pytest.mark.parametrize(
    ("text", "code", "heard"),
    [
        ("anxity n fibro. i used to draw alot", "health.addiction", False),
        ("I'm a printer.", "interest.arts_crafts", True),
        ("ran print presses for 28 years", "interest.sport_fitness", False),
        ("28 years running print presses", "interest.sport_fitness", False),
    ],
)
def test_a_trade_and_a_pastime_are_heard_as_such(text: str, code: str, heard: bool) -> None:
    assert (code in {concept.code for concept in understand(text, asked="interests").concepts}) is heard
