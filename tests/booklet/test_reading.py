import pytest

from consult.booklet.model import Option, Question
from consult.booklet.reading import booklet_grade, booklet_texts, grade, longest_sentence, sentences, syllables, words
from tests.booklet.booklets import YES_NO, booklet_of


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("cat", 1), ("the", 1), ("safe", 1), ("changed", 1), ("don't", 1), ("10", 1), ("whole", 1),
        ("very", 2), ("about", 2), ("being", 2), ("people", 2), ("able", 2), ("wanted", 2), ("sometimes", 2),
        ("family", 3), ("officer", 3), ("advocate", 3), ("reviewing", 3), ("participation", 5),
    ],
)  # fmt: skip
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count
    assert syllables(word.upper()) == count


def test_words_and_sentences() -> None:
    assert words("Don't know - or 10 of sixty-one?") == ["Don't", "know", "or", "10", "of", "sixty-one"]
    assert sentences("One. Two words? “Three!” Four\nFive … ") == ["One.", "Two words?", "“Three!", "Four", "Five …"]
    assert sentences(" … ") == []


def test_grade_is_the_published_formula() -> None:
    # 6 words in 1 sentence, 6 syllables; then 8 words in 2 sentences, 10 syllables
    assert grade(["The cat sat on the mat."]) == round(0.39 * 6 + 11.8 * 1 - 15.59, 1)
    assert grade(["My family is here.", "I like them all"]) == round(0.39 * 4 + 11.8 * 10 / 8 - 15.59, 1)
    assert grade([]) == grade(["", "?"]) == 0.0


def test_hard_text_grades_far_above_easy_text() -> None:
    hard = "Professionals undertaking statutory consultation should facilitate meaningful participation."
    assert grade([hard]) > 15
    assert grade(["Is it good or not good where you live?"]) < 2


def test_short_options_do_not_flatter_a_booklet() -> None:
    text = "Are the arrangements concerning your accommodation satisfactory or unsatisfactory?"
    booklet = booklet_of(Question("home", "choice", text, options=YES_NO))
    assert booklet_grade(booklet) == grade([text])
    assert grade(text for _, text in booklet_texts(booklet)) < booklet_grade(booklet)


def test_longest_sentence_looks_at_options_too() -> None:
    booklet = booklet_of(Question("home", "choice", "Is it good? Or not?", options=YES_NO))
    assert longest_sentence(booklet) == 3
    wordy = Option("maybe", "It is good now and then.")
    assert longest_sentence(booklet_of(Question("home", "choice", "Good?", options=(*YES_NO, wordy)))) == 6


def test_every_shown_text_is_measured_at_its_field() -> None:
    booklet = booklet_of(Question("home", "choice", "Is it good?", hint="Think.", options=YES_NO[:1]))
    assert booklet_texts(booklet) == [
        ("title", "Small"),
        ("sections[1].title", "All"),
        ("sections[1].questions[1].text", "Is it good?"),
        ("sections[1].questions[1].hint", "Think."),
        ("sections[1].questions[1].options[1].text", "Yes"),
    ]
