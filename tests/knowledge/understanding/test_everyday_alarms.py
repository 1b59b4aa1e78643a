"""Everyday words in which danger was heard: a crisis of an illness, a boss, the school run, a helper's own words."""

from __future__ import annotations

import pytest

from knowledge.safety import check

_HARMLESS = (
    "do i have to go if im having a bad day, what if i cant get out of bed",
    "I do like the job. But Ive had 3 crises this year and ended up in hospital with two and theres a sickness meeting",
    "had four bad flare ups this year, boss not happy",
    "My sickness meeting is this Wednesday and I am scared they will give me a final warning",
    "im scared they will sack me for being off",
    "worried they might turn me down cos of my gap",
    "scared they will laugh at my english",
    "afraid that they will not take me at my age",
    (
        "No, I am the librarian, that's me. Mrs Warsame used to cook for weddings, and she sews. Her knees are bad and "
        "she has blood pressure. She says the house is too quiet now the children are gone."
    ),
    "Mrs Warsame has to go to get the boy soon. How will she hear back, she has a phone with whatsapp",
    (
        "She says she will use theirs, hers is too heavy to carry. And she says thank you to the Somali lady. What day "
        "can she come?"
    ),
    "Mrs Ali will bring her own needles. Can she come on the bus?",
    "she use to plat my hair",
    "he use to cut my hair",
    "she use to carry me to church",
    "he use to take me fishing",
    "he can take my tea cake",
    "he can take my place",
    "she can have my spot",
    "my mum isnt well so i might not do the next one",
    "my husband not well, i might not manage the next session",
    "my son is poorly so i might not come next week",
    (
        "I work in a school kitchen 25 hours but my depression is bad and I been off twice, they had a meeting with me "
        "about my absence and I am scared they will let me go. I want to keep my job. I like baking. SW9"
    ),
    (
        "Hi. I am 44, I have lupus and I used to be a teaching assistant. I am scared. I get letters from the DWP and "
        "my hands shake. I would like to do something, maybe with children again. I live in Stockwell"
    ),
    "im on pip and i am scared of letters, my post is in a bag by the door. i used to fix bikes. i like the radio",
    "I have anxiety, scared of the phone, scared of buses. I used to do flowers in a shop. I would like company",
    "he says he used to drive a van and he will wait for the letter. when can he start?",
    "im shook they gonna let me go",
    "im stressing they gonna sack me",
    "well worried my manager is going to get rid of me",
    "bricking it that they will finish me",
    "im shook they might fire me",
    "ok yeh fair shift. do they do phone cos some days i cant get out my bed",
    "some days i cant get out of bed",
    "most mornings i can hardly get up out of bed",
    "just tell me wot to say to my boss on friday",
    "what do i say to my manager",
    "wot do i say in the meeting",
    "what should i tell hr",
    "can you tell me what to say to my supervisor",
    "I don't think I can do it tomorrow. I've not slept",
    "i dont think i can face it thursday",
    "not sure i can do this tomorrow, didnt sleep",
    "im not sure i can manage it today, bad night",
    "i do not know if i can make it tomorrow",
    "had a shit day. he asked me in front of everyone if i took my tablets",
    "my manager asked if i had taken my meds",
    "she keeps asking whether i took my tablets",
    "they asked me in front of customers if i take my medication",
    "what if i panic and cannot go in",
)
_DANGER = (
    "scared they will find me",
    "scared he will come back tonight",
    "im scared they will hurt me",
    "Mrs Khan says her husband hits her",
    "Mr Brown shouts at me and locks me in",
    "she says he takes her money, can she come to you?",
    "my mental health crisis is bad, i want to die",
    "he use to beat me",
    "she use to cut me",
    "he would do my hair nice then slap me",
    "he use to bring me out and beat me",
    "he can take my money",
    "he can take my phone",
    "he can have my place when im dead",
    "i might not do the next one, i dont want to live",
    "i might not be here for the next one",
    "I am scared they will not let me go",
    "I have anxiety and I am scared of my brother, he is in the flat. I used to do flowers in a shop. SE1",
    "i am on pip and scared of the phone because he rings and says he will find me",
    "bad back, I am scared of going back to work and I keep thinking everyone be better off without me. I like fishing",
    "they took my passport at work and I am scared they will sack me. I clean offices. I like music",
    "I don't think I can do it anymore",
    "I don't think I can do this any more. I've not slept",
    "i dont think i can go on tomorrow",
    "i dont think ill be here tomorrow",
    "im shook he gonna come back tonight",
    "im shook they gonna find me",
    "im scared they gonna hurt me",
    "i took all my tablets",
    "he asked me to take my tablets all at once",
    "he makes me take his tablets",
    "i cant get out, he locks me in",
    "just tell me what to say to make him stop",
    "i cant do it tomorrow, i want to die",
    "they told me at work if i leave they keep my passport",
    "i want to kill my boss on friday",
    "he asked me in front of everyone if i took my tablets so i took them all",
    "im shook they gonna let me go so i wanna end it",
    "the kids are left alone when she goes to work",
)


@pytest.mark.parametrize("text", _HARMLESS)
def test_everyday_words_raise_no_alarm(text: str) -> None:
    assert check(text).level == "none"


@pytest.mark.parametrize("text", _DANGER)
def test_danger_beside_them_is_heard(text: str) -> None:
    assert check(text).level != "none"


def test_who_cannot_get_out_of_bed_is_not_locked_in() -> None:
    assert check("what if i cant get out of bed", after_danger=True).level == "none"
