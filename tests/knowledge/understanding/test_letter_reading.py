"""What people say while their letter is shown, and what each part of it is."""

from __future__ import annotations

import pytest

from knowledge.understanding.letter_changes import Said
from knowledge.understanding.letter_reading import is_of_the_letter, read_beside_letter


def told(one: Said) -> tuple[str, ...]:
    if one.edit is not None and one.edit.only:
        return ("only", one.edit.words)
    if one.edit is None or one.kind in ("fact", "other", "undo"):
        return (one.kind, *filter(None, [one.of]))
    name = "name" if one.edit.of_name else one.kind
    return (name, one.edit.words.strip("."), *filter(None, [one.edit.puts.strip(".")]))


IN, OUT, FOR, NAME = "in", "out", "instead", "name"
FACT, REMARK, ASKS, OTHER = ("fact",), ("remark",), ("asks",), ("other",)
YES, NO, LATER, KEEP = ("yes",), ("no",), ("later",), ("keep",)

SAID: list[tuple[str, list[tuple[str, ...]]]] = [
    # what is not theirs, or is to go
    ("i dont enjoy sewing i said ive never done it. i like drawing", [(OUT, "sewing"), FACT]),
    ("i dont enjoy allotment, that was desmonds, i told you that twice. take it out", [(OUT, "allotment")]),
    ("i dont even like football mate, that was my dads thing", [(OUT, "football")]),
    ("ive never played chess in my life", [(OUT, "chess")]),
    ("i hate gardening, why would it say that", [(OUT, "gardening")]),
    ("im not a librarian", [(OUT, "librarian")]),
    ("It must not say librarian. Take out the work line. She cooked for weddings.",
     [(OUT, "librarian"), (OUT, "the work line"), FACT]),
    ("it shouldnt mention my back", [(OUT, "my back")]),
    ("the allotment isnt mine", [(OUT, "allotment")]),
    ("bingo was my nans thing", [(OUT, "bingo")]),
    ("it says cooking but i never cook", [(OUT, "cooking")]),
    ("you put swimming thats wrong", [(OUT, "swimming")]),
    ("Is still husband in times", [(OUT, "husband")]),
    ("it still says weekends", [(OUT, "weekends")]),
    ("Take out husband from the times", [(OUT, "husband from the times")]),
    ("please can u get rid of the work bit", [(OUT, "the work bit")]),
    ("bin the pigeons that was a joke", [(OUT, "the pigeons")]),
    ("can you remove that i have crohns", [(OUT, "that i have crohns")]),
    ("dont say anything about my benefits", [(OUT, "anything about my benefits")]),
    ("i dont want them to know about the drink", [(OUT, "the drink")]),
    ("i dont like swimming and i dont like running", [(OUT, "swimming")]),
    ("take out the warnings bit actually, leave crohns", [(OUT, "the warnings bit actually"), KEEP]),
    ("it say I want 'to cut my hours', NO! the manager cut them, I want them back. Take out",
     [(OUT, "to cut my hours")]),
    ("it says cleaning. that was years ago. please remove it", [(OUT, "cleaning")]),
    ("'feel all right there' I did not say", [(OUT, "feel all right there")]),
    ("mi nah wan mentor nobody", [(OUT, "mentor")]),
    ("abeg I no want teach anybody", [(OUT, "teach")]),
    ("that I enjoy singing is not true", [(OUT, "singing")]),
    ("I want to write it myself. change sewing to drawing", [REMARK, (FOR, "sewing", "drawing")]),
    ("and add what I hope for", [(IN, "what I hope for")]),
    ("He wants it to say he drove the 159", [(IN, "he drove the 159")]),
    ("ask them whether a daytime group exists.", [(IN, "please can you tell me whether a daytime group exists?")]),
    # something else is to stand there
    ("where it says i enjoy, change it to: I've been a plasterer 33 years and I can show a young person",
     [(FOR, "i enjoy", "I've been a plasterer 33 years and I can show a young person")]),
    ("no no. the work line should just say plasterer, 33 years", [(FOR, "the work line", "plasterer, 33 years")]),
    ("work should say bus driver 20 years", [(FOR, "work", "bus driver 20 years")]),
    ("Times must say mornings Tuesday and Thursday 10 to 1",
     [(FOR, "Times", "mornings Tuesday and Thursday 10 to 1")]),
    ("make the times tuesdays only", [(FOR, "the times", "tuesdays only")]),
    ("instead of sewing put drawing", [(FOR, "sewing", "drawing")]),
    ("put drawing instead of sewing", [(FOR, "sewing", "drawing")]),
    ("not sewing but drawing", [(FOR, "sewing", "drawing")]),
    ("sundays not weekends", [(FOR, "weekends", "sundays")]),
    ("i said sundays not weekends", [(FOR, "weekends", "sundays")]),
    ("change mornings to after 2 pls", [(FOR, "mornings", "after 2")]),
    ("for work put dinner lady 20 years", [(FOR, "work", "dinner lady 20 years")]),
    ("under what i enjoy say I like being outside", [(FOR, "what i enjoy", "I like being outside")]),
    ("put mornings for the times", [(FOR, "the times", "mornings")]),
    ("the times are wrong, its tuesdays and thursdays", [(FOR, "the times", "tuesdays and thursdays")]),
    ("nah thats wrong. it should say: I have Crohn's. I work nights so please message me in the afternoon.",
     [REMARK, (FOR, "I have Crohn's. I work nights so please message me in the afternoon")]),
    ('where it says "some company" put "someone to draw with"', [(FOR, "some company", "someone to draw with")]),
    ("swap football for darts", [(FOR, "football", "darts")]),
    ("the bit where it says sewing should say drawing", [(FOR, "sewing", "drawing")]),
    ("take sewing out and put knitting", [(FOR, "sewing", "knitting")]),
    ("not Terry, Terence", [(FOR, "Terry", "Terence")]),
    ("my name should be Bev", [(NAME, "Bev")]),
    # something more
    ("Add that i get panic and i might need cameras off", [(IN, "i get panic and i might need cameras off")]),
    ("no ADD: i get panic attacks, camera off please", [(IN, "i get panic attacks, camera off please")]),
    ("can u put in that ive had 2 sickness warnings and its crohns",
     [(IN, "ive had 2 sickness warnings and its crohns")]),
    ("tell them i get off the bus late so i might be 5 mins", [(IN, "i get off the bus late so i might be 5 mins")]),
    ("also say im good with kids", [(IN, "im good with kids")]),
    ("can you say i cant do stairs", [(IN, "i cant do stairs")]),
    ("could you mention my daughter is coming", [(IN, "my daughter is coming")]),
    ("let them know i take time to get going", [(IN, "i take time to get going")]),
    ("ok but put in I lost my husband. I dont want to explain it.",
     [(IN, "I lost my husband"), (IN, "I dont want to explain it")]),
    ("take out bridgefoot college. put in: I can do Thursday afternoon",
     [(OUT, "bridgefoot college"), (IN, "I can do Thursday afternoon")]),
    ("take out \"Message me in the afternoon, leave crohns.\" and put in \"I have Crohn's.\"",
     [(OUT, "Message me in the afternoon, leave crohns"), (IN, "I have Crohn's")]),
    ("i'd like it to say i can sew", [(IN, "i can sew")]),
    ("you forgot my cooking", [(IN, "my cooking")]),
    ("i used to be a chef, put that in", [(IN, "i used to be a chef")]),
    # facts, and words that are for us
    ("i like bingo too", [FACT]),
    ("my mum comes with me", [FACT]),
    ("bridgefoot college, the teach one", [OTHER]),
    ("the bus was late today", [OTHER]),
    # how it reads
    ("no. dont send that. its gibberish", [NO, REMARK]),
    ("it says I enjoy I was a dinner lady that dont read right. put in: I would like somebody to sit with",
     [("remark", "I enjoy I was a dinner lady that dont read right"), (IN, "I would like somebody to sit with")]),
    ("doesnt sound like me", [REMARK]),
    ("its too long", [REMARK]),
    ("thats not what i said", [REMARK]),
    ("it makes me sound desperate", [REMARK]),
    ("nobody talks like that", [REMARK]),
    ("the work line is wrong", [("remark", "the work line")]),
    ("times is wrong", [("remark", "times")]),
    ("can you fix that?", [REMARK]),
    ("what i enjoy sounds silly", [("remark", "what i enjoy")]),
    ("you've got it all wrong", [REMARK]),
    ("i dont like how it sounds", [REMARK]),
    ("make it shorter", [REMARK]),
    ("it sounds like a robot wrote it", [REMARK]),
    ("the spelling is terrible", [REMARK]),
    ("who says it like that", [REMARK]),
    ("you put words in my mouth", [REMARK]),
    ("this is not what i want to say", [REMARK]),
    ("i sound like a charity case", [REMARK]),
    # questions, a yes, a no, a wait
    ("will joan know hes died?", [ASKS]),
    ("what private things?", [ASKS]),
    ("does it say im on pip", [ASKS]),
    ("is it far", [ASKS]),
    ("leave it like that", [YES]),
    ("Mrs Warsame says leave it like that, I agree send it", [YES]),
    ("thats fine now", [YES]),
    ("yeah thats better, send it", [YES]),
    ("dont send it", [NO]),
    ("is it ok if i think about it", [LATER]),
    ("let me have a think", [LATER]),
    ("i need to ask my daughter first", [LATER]),
    ("not sure yet", [LATER]),
    ("give me a day", [LATER]),
    # and in every other way
    ("i aint a cleaner no more", [(OUT, "cleaner")]),
    ("wait i didnt say i was a cleaner", [(OUT, "i was a cleaner")]),
    ("mornings is no good tho", [(OUT, "mornings")]),
    ("i dont want a job just company", [(OUT, "job")]),
    ("leave the camera bit in but take out panic attacks", [KEEP, (OUT, "panic attacks")]),
    ("take the panic attacks bit out i dont want them knowing that", [(OUT, "the panic attacks bit")]),
    ("sewing -> quilting", [(FOR, "sewing", "quilting")]),
    ("it needs to say afternoons not mornings", [(FOR, "mornings", "afternoons")]),
    ("my words: i am shy at first", [(FOR, "my words", "i am shy at first")]),
    ("swap the job bit to volunteering", [(FOR, "job bit", "volunteering")]),
    ("dont forget to say i have a dog", [(IN, "i have a dog")]),
    ("they need to know i cant read small writing", [(IN, "i cant read small writing")]),
    ("can you ask if they have a lift", [(IN, "please can you tell me if they have a lift?")]),
    ("add a question: is there a toilet near", [(IN, "is there a toilet near?")]),
    ("write it shorter", [REMARK]),
    ("i'd rather it didnt say cleaner", [(OUT, "cleaner")]),
    ("no not elder tide. bridgefoot college, the teach one", [OTHER, OTHER]),
    ("its too much for me", [OTHER]),
    ("nope still wrong", [REMARK]),
    ("this aint me", [REMARK]),
    ("no more changes thats it", [YES]),
    # all that is to stay
    ("remove everything except sewing", [("only", "sewing")]),
    ("leave out everything but the sewing pls", [("only", "the sewing pls")]),
    ("only keep the sewing", [("only", "the sewing")]),
    ("keep the sewing only", [("only", "the sewing")]),
    ("i only want sewing in it", [("only", "sewing")]),
    ("just my name and the sewing", [("only", "my name and the sewing")]),
    ("only say my name and the times", [("only", "my name and the times")]),
    # what was done last is not wanted, or words that say which
    ("no take that out", [("undo",)]),
    ("undo that please", [("undo",)]),
    ("put it back how it was", [("undo",)]),
    ("no take that out. it says Roys name", [(OUT, "Roys name")]),
    ("dont put my husband in it", [(OUT, "my husband in it")]),
    ("no she cant come now", [(OUT, "who comes")]),
    ("they dont need to know about my job", [(OUT, "my job")]),
    ("im coming on my own", [(OUT, "who comes")]),
    ("can you put my back in after all", [(IN, "my back")]),
    ("32 years not 30", [(FOR, "30", "32 years")]),
    ("is it ok to send", [YES]),
    # one thing for another, in other words
    ("for joiner put carpenter", [(FOR, "joiner", "carpenter")]),
    ("it says joiner but i was a carpenter", [(FOR, "joiner", "carpenter")]),
    ("its not 30 years its 25", [(FOR, "30 years", "25")]),
    ("it should say 25 years not 30", [(FOR, "30", "25 years")]),
    ("rather than a job can it say part time work", [(FOR, "a job", "part time work")]),
    ("change the bit about sewing to say i make my own clothes",
     [(FOR, "the bit about sewing", "i make my own clothes")]),
    ('can you say "i was a joiner" instead', [(FOR, "i was a joiner")]),
    ("can you say me and my roy had the alotment together", [(IN, "me and my roy had the alotment together")]),
    # said to us alone
    ("put in i like baking - this is just for you but i hate my sister", [(IN, "i like baking"), ("ours",)]),
    ("between you and me my sister is a nightmare. put in i like baking", [(IN, "i like baking"), ("ours",)]),
    ("add i can cook (not for the letter but my ex comes here)", [(IN, "i can cook"), ("ours",)]),
    ("i was sacked, dont put that in", [("ours",)]),
    ("dont tell them this but i was inside", [("ours",)]),
    ("ur english is worse than mine lol", [OTHER]),
    # how people ask for several things at once
    ("put football in", [(IN, "football")]),
    ("can you put football in it as well", [(IN, "football")]),
    ("actually put dominoes back", [(IN, "dominoes")]),
    ("i drove the 159 bus, put that in", [(IN, "i drove the 159 bus")]),
    ("put in that i got arthritis in it", [(IN, "i got arthritis")]),
    ("i want job to be in the letter", [(IN, "job")]),
    ("it doesnt say i want a job", [(IN, "i want a job")]),
    ("my job isnt in it", [(IN, "my job")]),
    ("add that he used to cook", [(IN, "he used to cook")]),
    ("take the times out and put that i sew", [(OUT, "the times"), (IN, "i sew")]),
    ("mornings should be afternoons", [(FOR, "mornings", "afternoons")]),
    ("change what i hope for to a part time job", [(FOR, "what i hope for", "a part time job")]),
    ("take dominoes out, add knitting, and say mornings only",
     [(OUT, "dominoes"), (IN, "knitting"), (IN, "mornings only")]),
    ("change the times to afternoons and my name to Beverley", [(FOR, "times", "afternoons"), (NAME, "Beverley")]),
    ("i want job to be in the letter. and my mum comes with me", [(IN, "job"), (IN, "and my mum comes with me")]),
    ("take out gardening. my mum comes with me. thanks", [(OUT, "gardening"), FACT]),
    ("call me Bev and take out the times", [(NAME, "Bev"), (OUT, "the times")]),
    ("why does it say sewing, take that out", [(OUT, "sewing")]),
    ("add football. what time is it there?", [(IN, "football"), ASKS]),
    ("can u ditch the bit on gardening pls, and lose the times",
     [(OUT, "the bit on gardening pls"), (OUT, "the times")]),
    ("why health? i not want say health", [ASKS, (OUT, "health")]),
    ("no job. i not want job", [(OUT, "job")]),
    ("I dont want any training", [(OUT, "training")]),
    ("take out the part that say football", [(OUT, "the part that say football")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "parts"), SAID)
def test_each_part_is_what_it_is(text: str, parts: list[tuple[str, ...]]) -> None:
    assert [told(one) for one in read_beside_letter(text)] == parts


@pytest.mark.parametrize(
    "text",
    [
        "i like bingo too", "is it far", "thats fine now", "hello",
        "i love it", "dont send it", "send it", "no send it", "what time is it there", "can i change my mind",
        "i cant read it", "my daughter is called Ade", "im not sure", "put me down for it", "leave it",
        "take it all out", "my mum comes with me", "change it", "i dont know", "im not well today",
        "no thanks", "not sure", "no phone calls", "i dont want to wait", "i want to lose weight",
        "bin it", "not today", "i get off at 5", "its raining", "it takes too long to get there",
    ],
)  # fmt: skip
def test_what_is_not_for_the_letter_s_own_skill(text: str) -> None:
    assert not is_of_the_letter(read_beside_letter(text))


def test_what_is_not_wanted_in_it_is_never_put_in() -> None:
    assert [one.kind for one in read_beside_letter("i dont want roys name in it")] == ["out"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("hang on i want to sleep on it", ["later"]),
        ("i need a bit of time to decide", ["later"]),
        ("tell them i coming. I agree", ["yes", "yes"]),
        ("tell them yes please", ["yes"]),
        ("tell them i come mornings", ["in"]),
        ("put: i want to sleep better", ["in"]),
    ],
)
def test_what_is_said_to_us_is_no_line(text: str, kinds: list[str]) -> None:
    assert [one.kind for one in read_beside_letter(text)] == kinds
