"""What is asked while places are shown is a question by its form, whatever facts stand in it, and is about a place."""

from __future__ import annotations

import pytest

from knowledge.understanding.asked_of_place import questions
from knowledge.understanding.commands import command
from knowledge.understanding.question_form import asked_in
from knowledge.understanding.reading import understand
from knowledge.understanding.topics_of_place import LASTS, TIMES, WHO, asks_a_demand, asks_which, topics

_TOPICS = {
    "home": "constraint.own_home",
    "steps": "constraint.step_free",
    "women": "constraint.women_only",
    "cost": "constraint.cost",
    "alone": "constraint.no_groups",
}


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("do i got to go all the way to peckham", "home"),
        ("can u do it on the computer", "home"),
        ("do you have to leave the house for it", "home"),
        ("ok. so is that one from home then", "home"),
        ("it says online tho?", "home"),
        ("would they come to my flat", "home"),
        ("do u need to go there in person", "home"),
        ("wich one can i do on zoom", "home"),
        ("im camberwell, is that clapham", "area"),
        ("is stockwell ok if im brixton hill", "area"),
        ("do they do SE5", "area"),
        ("is it only for them that live in streatham", "area"),
        ("can you go if you live in croydon", "area"),
        ("which areas do they cover", "area"),
        ("is that near herne hill", "way"),
        ("is it a long walk from oval tube", "way"),
        ("how i get there", "way"),
        ("wheres it at", "way"),
        ("what bus goes there", "way"),
        ("is it far", "way"),
        ("whats the postcode there", "way"),
        ("is it in the evening", "times"),
        ("i pick my lad up at 3, is it before then or what days", "times"),
        ("what hours do they do", "times"),
        ("are they open saturdays", "times"),
        ("do they do mornings", "times"),
        ("is there a daytime one", "times"),
        ("how often is it", "times"),
        ("i work nights. which days is it on", "times"),
        ("does it have to be tuesday", "times"),
        ("do you need money for it", "cost"),
        ("skint at the moment, do they charge", "cost"),
        ("is it free if im on esa", "cost"),
        ("which of em is free", "cost"),
        ("do i have to buy the paint", "cost"),
        ("you said it was free is it", "cost"),
        ("it cost anything?", "cost"),
        ("whos it for like", "who"),
        ("do they take people with no experience", "who"),
        ("is it for old people", "who"),
        ("do i qualify for it", "who"),
        ("would they have me, im 61", "who"),
        ("do they want anyone who can teach a trade", "who"),
        ("is it people my age", "who"),
        ("i dont speak much english. can i still join", "who"),
        ("ok good. and is it upstairs", "steps"),
        ("what floor is it on", "steps"),
        ("my knees are shot, is there a lift", "steps"),
        ("just wondering if its only women", "women"),
        ("she asks again: is it only ladies", "women"),
        ("is it one to one or what", "alone"),
    ],
)
def test_every_question_has_its_topic(text: str, topic: str) -> None:
    found = [one for question in asked_in(text) for one in topics(question)]
    assert _TOPICS.get(topic, topic) in found
    assert command(text, None) in ("about_place", *(("ask_visit",) if topic in ("way", "times") else ()))


@pytest.mark.parametrize(
    "text",
    [
        "ive never painted. do you have to show it to ppl",
        "not being funny but do they make you talk",
        "i ment at the sewing thing do you have to talk",
        "do i have to say whats wrong with me",
        "will i have to stand up in front of everyone",
        "what do they expect off you",
        "are you expected to cook",
        "must i bring something",
        "do people have to join in",
    ],
)
def test_what_one_has_to_do_there_is_asked(text: str) -> None:
    assert any(map(asks_a_demand, asked_in(text)))
    assert command(text, None) == "about_place"


@pytest.mark.parametrize(
    "text",
    [
        "they give food there?",
        "i like it but are there dogs cos im scared of em",
        "is there a chair",
        "just wondering whether they have a toilet",
        "any idea if the teacher is a bloke",
        "can you just watch",
        "can i wear my headphones",
        "is it hard",
        "have they got a kettle lol",
    ],
)
def test_its_own_words_may_answer(text: str) -> None:
    assert command(text, None) == "about_place"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("do i need money for the wool. and what if i cant face it one week", 2),
        ("is it evenings? im knackered by then but i could do one night. what time", 2),
        ("Can it be done entirely online, and is there a daytime intake? I fade in the evenings.", 2),
        ("wheres it to and how much n can i bring the dog", 3),
        ("is it in a place i can walk to, how do i get there", 2),
        ("can my mum come and is it free", 2),
    ],
)
def test_each_question_is_asked_for_itself(text: str, parts: int) -> None:
    assert (len(questions(text)), command(text, None)) == (parts, "about_place")


@pytest.mark.parametrize("text", ["which one is that", "wich of them is free", "what one can i do at home"])
def test_one_of_several_is_asked_for(text: str) -> None:
    assert asks_which(text)


@pytest.mark.parametrize(
    "text",
    [
        "what i like is gardening",
        "when i was young i did sewing",
        "the only thing i can do is sit",
        "i like animals and i am at home all day",
        "im in brixton",
        "i cant do stairs",
        "do not show me that again",
        "that is fine",
        "where i live its noisy",
        "im not a printer am i",
        "how i feel is tired",
    ],
)
def test_what_is_told_asks_nothing(text: str) -> None:
    assert asked_in(text) == []
    assert command(text, None) != "about_place"


@pytest.mark.parametrize(
    "text",
    [
        "can you take my name off",
        "do you know my doctor",
        "have they answered my letter",
        "do you think im stupid",
        "can you tell my work coach",
        "are there any other ones",
        "what do you know about me",
        "can you get me a person",
        "is there anything on saturdays",
        "got anything nearer",
        "will i lose my pip",
        "do they want to see my letters",
        "how do you know all this",
        "do i need to give my phone number",
        "do i have to decide today",
        "do i have to do this now",
    ],
)
def test_what_is_asked_of_us_or_for_other_places_is_not(text: str) -> None:
    assert command(text, None) != "about_place"


@pytest.mark.parametrize(
    "text", ["no i dont want a person sorry", "i dont want a human", "didnt ask for a person", "not asking for anyone"]
)
def test_who_wants_nobody_is_put_through_to_nobody(text: str) -> None:
    assert understand(text).intent != "ask_human"


@pytest.mark.parametrize("text", ["i dont want a bot i want a person", "i dont want to type, get me a human"])
def test_who_wants_a_human_is_heard(text: str) -> None:
    assert understand(text).intent == "ask_human"


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("how long does it go on for", LASTS),
        ("how many weeks is it", LASTS),
        ("does it ever end", LASTS),
        ("until when is it", LASTS),
        ("is it ongoing", LASTS),
        ("what kind of people go", WHO),
        ("is it every week", TIMES),
        ("is it a one off", TIMES),
        ("is it weekly?", TIMES),
        ("is that each fortnight", TIMES),
        ("is it once a month", TIMES),
    ],
)
def test_how_long_and_how_often_are_topics(question: str, topic: str) -> None:
    assert topic in topics(question)
    assert command(question, None) == "about_place"


@pytest.mark.parametrize(
    "question",
    [
        "how long does it take to get there",
        "how long will they take to answer",
        "how long do you keep it",
        "can i go every week",
        "i see my nurse each week",
    ],
)
def test_other_lengths_are_none_of_a_place(question: str) -> None:
    assert LASTS not in topics(question)


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("what kind of dogs", "about_place"),
        ("what sort of people go", "about_place"),
        ("what type of sewing is it", "about_place"),
        ("what breed of dog", "about_place"),
        ("whats the food like", "about_place"),
        ("what kind of help can you give", None),
        ("what kind of person are you", None),
    ],
)
def test_what_kind_is_asked_of_a_place(text: str, means: str | None) -> None:
    assert command(text, None) == means
