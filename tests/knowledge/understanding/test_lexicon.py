"""The words of each code: every code has some, and every phrase finds itself."""

from __future__ import annotations

import random

from knowledge.language.usage import language
from knowledge.language.wording import worded
from knowledge.language.words import tokens
from knowledge.lexicon import entries, lexicon
from knowledge.typology import typology
from knowledge.understanding.books import books


def test_every_code_that_can_be_said_has_words() -> None:
    said = {label.partition(" ")[0] for label, _ in entries()}
    wanted = {code for code in typology().codes if not code.startswith("intent.")}
    assert wanted <= said


def test_a_wording_drawn_from_a_phrase_is_found_again() -> None:
    books()
    chance = random.Random(7)
    lost = []
    plain = [(label, p) for label, p in entries() if not any(mark in p for mark in "<_^$")]
    for label, phrase in chance.sample(plain, 400):
        wording = worded(phrase, chance)
        if wording and label not in {found.label for found in lexicon().find(tokens(wording))}:
            lost.append((label, wording))
    assert not lost


def test_spelling_leaves_short_and_known_words_alone() -> None:
    books()
    assert [t.word for t in tokens("bar bat cat mine")] == ["bar", "bat", "cat", "mine"]
    assert [t.word for t in tokens("anxeity gardning depresed")] == ["anxiety", "gardening", "depressed"]


def test_fillers_are_passed_over_and_pairs_written_out() -> None:
    assert "innit" in language().fillers
    assert [t.word for t in tokens("i no fit innit")] == ["i", "can", "not"]
