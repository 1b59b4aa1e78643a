import pytest

from knowledge.heritage import meets


@pytest.mark.parametrize(
    ("own_words", "asked", "answer"),
    [
        ("Black Caribbean", ("black",), True),
        ("im jamaican", ("black",), True),
        ("Nigerian British", ("black african",), True),
        ("carribean", ("black",), True),
        ("mixed white and black caribbean", ("caribbean",), True),
        ("Somali", ("somali",), True),
        ("colombiana, latina", ("latin american",), True),
        ("White Irish", ("black",), False),
        ("Bengali", ("black", "latin american"), False),
        ("mixed", ("black",), None),
        ("Black", ("black african",), None),
        ("African", ("somali",), None),
        ("Londoner", ("black",), None),
        ("human being", ("black",), None),
        ("Ghanaian", ("global majority",), True),
    ],
)
def test_own_words_about_heritage_are_read_generously(own_words: str, asked: tuple[str, ...], answer: object) -> None:
    assert meets(own_words, asked) is answer
