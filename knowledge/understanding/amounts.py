"""Numbers in an answer: an age as one of the bands asked for, an hour as a part of the day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from knowledge.language.phrases import Found
from knowledge.language.words import Token

_TEENS = (
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
)  # fmt: skip
_ONES = "zero one two three four five six seven eight nine".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORTH = (
    {word: at + 10 for at, word in enumerate(_TEENS)}
    | {word: at for at, word in enumerate(_ONES)}
    | {word: 20 + 10 * at for at, word in enumerate(_TENS)}
)

AGES = {
    "age": (("16_17", 16, 17), ("18_24", 18, 24), ("25_49", 25, 49), ("50_plus", 50, 110)),
    "young": (("under_16", 10, 15), ("16_17", 16, 17)),
    "agreed": (("under_16", 10, 15), ("16_17", 16, 17)),
}
"""Question to its bands of age, both ends within; a grown-up's bare age is no yes yet, so ``agreed`` has no such."""
_OF_AGE = "be am is turn age nearly almost about around only just say at over now a in".split()
_COUNTED = (
    "quid pound p time minute min hour hr day week month mile kid child job stone kg percent people person bus stop "
    "at".split()
)
_LASTING = (
    "quid pound time minute hour day week month mile kid child job stone people person bus stop pint drink beer glass "
    "go try mate friend".split()
)
_NOT_YET = frozenset("not never under below without until till".split())

_MORE = frozenset("after from past since".split())
_LESS = frozenset("before by until till til".split())
_DENIED = frozenset("not never nothing no none".split())
_RANGE = frozenset("to till til until and".split())
_AT = frozenset("at about around say roughly like".split())
_MARKS = frozenset("am pm a p oclock clock ish onwards onward on latest".split())
_MAY = frozenset("can could would want like free after before until till finish".split())
_NOON, _SCHOOL_OUT, _EVENING, _LAST_MORNING, _DAY = 12, 15, 17, 9, 24


class Number(NamedTuple):
    """``start``/``end`` are its places among the words; "forty two" takes two."""

    value: int
    start: int
    end: int


def numbers(message: Sequence[Token]) -> Iterator[Number]:
    at = 0
    while at < len(message):
        value, end = _number(message, at)
        if value is not None:
            yield Number(value, at, end)
        at = max(end, at + 1)


def _number(message: Sequence[Token], at: int) -> tuple[int | None, int]:
    word = message[at].word
    digits = word.partition(":")[0].partition(".")[0]
    if digits.isdigit():
        return (int(digits), at + 1) if len(digits) < 4 else (None, at)
    value = _WORTH.get(word)
    following = message[at + 1] if at + 1 < len(message) else None
    if (
        value is not None
        and word in _TENS
        and following
        and not following.pause
        and 0 < _WORTH.get(following.word, 0) < 10
    ):
        return value + _WORTH[following.word], at + 2
    return value, at + 1


def of_age(message: Sequence[Token], asked: str) -> Iterator[tuple[str, Found]]:
    """The bands that the message names by a number, and ``under_18`` where 18 is denied."""
    for number in numbers(message):
        if _is_counted(message, number) or not _may_be_age(message, number):
            continue
        denied = any(token.word in _NOT_YET for token in message[max(0, number.start - 3) : number.start])
        if denied and number.value == 18:
            if asked == "agreed":
                yield "under_18", _found(asked, "under_18", number.start, number.end)
            continue  # how far under is not said
        value = number.value - 1 if denied and number.value == 16 else number.value
        for band, least, most in AGES.get(asked, ()):
            if least <= value <= most:
                yield band, _found(asked, band, number.start, number.end)


def _is_counted(message: Sequence[Token], number: Number, counted: Sequence[str] = _COUNTED) -> bool:
    return number.end < len(message) and message[number.end].stem in counted and not message[number.end].pause


def _may_be_age(message: Sequence[Token], number: Number) -> bool:
    before = message[number.start - 1].stem if number.start else "be"
    return before in _OF_AGE or len(message) <= 3 or bool(message[number.start].pause)


def part_of_day(message: Sequence[Token]) -> Iterator[tuple[str, Found]]:
    """The part of the day that the hours of the message begin in: "not before 1", "9ish till 11", "6 onwards"."""
    last = -1
    for number in numbers(message):
        if number.start <= last or not 0 < number.value <= _DAY or _is_counted(message, number, _LASTING):
            continue
        if _is_worked(message, number):
            continue
        before = message[number.start - 1].word if number.start else ""
        after = message[number.end].word if number.end < len(message) else ""
        end = number.end + (after in _MARKS)
        to = message[end].word if end < len(message) else ""
        start = number.start - (before in _MORE | _LESS | _AT or before == "between")
        if to in _RANGE and (spread := _number(message, end + 1) if end + 1 < len(message) else (None, 0))[0]:
            last = end = spread[1]
        elif start == number.start and after not in _MARKS and len(message) > 2:
            continue
        denied = before in _LESS and number.start > 1 and message[number.start - 2].word in {"not", "never"}
        hour = _hour(number.value, after)
        part = _before(hour) if before in _LESS and not denied else _part(hour)
        late = before in _MORE or before == "than"
        if late and any(token.word in _DENIED for token in message[max(0, start - 4) : start]):
            part = "mornings" if hour >= _NOON else ""  # nothing after that: it is the day that suits
        if part:
            yield part, _found("times", part, start - denied, end)


def _is_worked(message: Sequence[Token], number: Number) -> bool:
    """Hours that somebody works suit nothing else: "i work 4 to 9"."""
    before = message[max(0, number.start - 4) : number.start]
    works = any(token.stem == "work" for token in before)
    return works and not any(token.word in _MAY for token in before)


def to_the_hour(words: str, mark: str | None) -> int:
    """Of "two", "2" or "2 pm", on the clock of a day."""
    value = int(words) if words.isdigit() else _WORTH.get(words.casefold(), 0)
    return _hour(value, (mark or "").casefold().replace(".", ""))


def _hour(value: int, mark: str) -> int:
    if mark in {"pm", "p"} and value < _NOON:
        return value + _NOON
    if mark in {"am", "a"} or value >= _LAST_MORNING:
        return value
    return value + _NOON


def _part(hour: int) -> str:
    return "mornings" if hour < _NOON else "afternoons" if hour < _EVENING else "evenings"


def _before(hour: int) -> str:
    return "mornings" if hour <= _SCHOOL_OUT else "afternoons" if hour <= _EVENING + 1 else ""


def _found(asked: str, option: str, start: int, end: int) -> Found:
    return Found(f"{asked} {option}", start, end, sum(1 << at for at in range(start, end)))
