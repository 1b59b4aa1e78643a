"""What is asked of us, in many wordings, and what only sounds alike."""

from __future__ import annotations

import pytest

from knowledge.language.patois import in_plain_english
from knowledge.understanding import understand
from knowledge.understanding.asked_of_papers import names_papers
from knowledge.understanding.asked_of_us import asked_of_us, asks_what_is_held, beside_who
from knowledge.understanding.commands import command
from knowledge.understanding.ringing import wants_no_call
from knowledge.understanding.told_whom import told_whom


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("And what do you record, precisely?", "kept"),
        ("I asked what you record, not who reads it. Name, date of birth, diagnosis?", "kept"),
        ("what info do you keep", "kept"),
        ("how long do you keep it", "kept"),
        ("do you need my date of birth", "kept"),
        ("what gets stored", "kept"),
        ("what do they keep there", None),
        ("what do you hold on me", None),
        ("What is your matching based on?", "matched"),
        ("how do you pick these places", "matched"),
        ("how do you decide what suits me", "matched"),
        ("how do you know her", None),
        ("is this service from the government or Home Office", "government"),
        ("is dis from the council", "government"),
        ("do you work for the dwp", "government"),
        ("are you part of the NHS?", "government"),
        ("is it near the jobcentre", None),
        ("Can they reject me, and will I be told?", "refused"),
        ("I asked about Bridgefoot, not benefits. Can the college decline me, and will I be told?", "refused"),
        ("what if they say no", "refused"),
        ("could i be turned down", "refused"),
        ("will they turn me away", "refused"),
        ("can they refuse to pay me", None),
        ("can my boss say no", None),
        ("what if they say no to my rent", None),
        ("What precisely happens after I agree, and when?", "sent"),
        ("You answered something else. When is it sent, and to whom?", "sent"),
        ("who does it go to", "sent"),
        ("when will you send it", "sent"),
        ("when do i go", None),
        ("when does it go on till", None),
    ],
)
def test_what_is_asked_of_us(text: str, kind: str | None) -> None:
    assert asked_of_us(text) == kind


@pytest.mark.parametrize(
    "text", ["ok what do you hold on me", "so what do you know about me?", "What do you hold on him"]
)
def test_the_list_of_all_that_is_held(text: str) -> None:
    assert asks_what_is_held(text)
    assert command(text, None) == "what_you_hold"


@pytest.mark.parametrize(
    "text",
    [
        "Does taking unpaid work affect my PIP? I do not wish to be told to ask the Jobcentre.",
        "will volunteering stop my universal credit, and dont tell me to ring the dwp",
    ],
)
def test_what_a_step_does_to_benefits_is_no_question_of_who_is_told(text: str) -> None:
    assert told_whom(text) is None
    assert understand(text, "times").intent == "ask_benefits"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Very well. You may keep it, on those terms.", "agree"),
        ("yes you can keep what i tell you", "agree"),
        ("Yes. I agree. I asked what you record, not who reads it. Name, date of birth, diagnosis?", "agree"),
        ("I agree. But not the health bits", None),
        ("you may keep it if nobody reads it", None),
        ("can you keep it safe?", None),
        ("not on those terms", None),
        ("i am very well thanks", None),
    ],
)
def test_a_yes_in_whole_sentences(text: str, answer: str | None) -> None:
    assert understand(text, "agreed").answer == answer


@pytest.mark.parametrize("text", ["do i have to call them", "i dont want anyone to ring me", "they wont ring me right"])
def test_who_wants_no_calls(text: str) -> None:
    assert wants_no_call(text)
    assert command(text, None) == "ask_ringing"


@pytest.mark.parametrize("text", ["i dont want to call the police", "i dont want to ring my boss", "they never ring"])
def test_of_other_calls(text: str) -> None:
    assert not wants_no_call(text)


@pytest.mark.parametrize(
    ("text", "plain", "means"),
    [
        ("weh it deh?", "where is it?", "ask_visit"),
        ("who deh deh", "who is there", "about_place"),
        ("di mentor one, dem ah woman?", "the mentor one, are they woman?", "about_place"),
        ("if mi inna hospital wen dem write wah happen", None, "ask_bad_day"),
        ("an if di sickle ketch me mi cyaan come wat happen", None, "ask_bad_day"),
        ("mi might change mi mind yuh nuh", None, "ask_panic"),
        ("weh mi letta deh", "where is my letter", "ask_status"),
        ("when mi a go meet dem", "when am i going to meet them", "ask_visit"),
        ("can dem ring mi", "can they ring me", "ask_ringing"),
        ("whe mi fi sey", "what should i say", None),
        ("mi hijo tiene asma", "mi hijo tiene asma", None),
        ("my di is called Di", "my di is called Di", None),
    ],
)
def test_patois_is_heard_by_the_same_shapes(text: str, plain: str | None, means: str | None) -> None:
    assert plain in (None, in_plain_english(text))
    assert command(text, None) == means


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("Do they ask for papers or passport at the sewing circle?", "about_place"),
        ("do i need a passport", "about_place"),
        ("will they check my immigration papers", "about_place"),
        ("a place where somebody speaks Amharic?", "find_place"),
        ("is there somewhere people speak tigrinya", "find_place"),
        ("why did the other place say no? It is because of my papers?", "ask_status"),
        ("why they reject me", "ask_status"),
        ("i speak tigrinya", None),
    ],
)
def test_papers_languages_and_a_no(text: str, means: str | None) -> None:
    assert command(text, None) == means


@pytest.mark.parametrize(("asks", "paper"), [("A sick note, if there is one", True), ("A short talk", False)])
def test_a_paper_among_what_is_asked(asks: str, paper: bool) -> None:
    assert names_papers(asks) is paper


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("who runs this? is it free", "is it free"),
        ("is it free? who runs this?", "is it free?"),
        ("who are you and what happens next", "what happens next"),
        ("who runs this and do you tell the jobcentre", "do you tell the jobcentre"),
        ("who runs this? will it affect my pip", "will it affect my pip"),
        ("who is behind this, how long do you keep it", "how long do you keep it"),
        ("who runs this?", ""),
        ("who runs this? i like sewing", ""),
        ("who runs the class and is it free", ""),
        ("who is this for and when is it", ""),
        ("who sees this? is it safe", ""),
        ("who are they and is it free", ""),
    ],
)
def test_who_we_are_is_asked_beside_something_else(text: str, rest: str) -> None:
    assert beside_who(text) == rest
