import pytest

from consult.analysis import lexicon
from consult.analysis.lexicon import FOLDER, LexiconFault, read_list
from consult.analysis.patterns import Matcher
from consult.analysis.tokens import tokenise
from consult.booklet.themes import THEMES

PHRASES = ("moods", "themes", "concerns", "questions", "question_themes", "short_answers")


def test_every_list_is_explained_and_read():
    listed = (FOLDER / "README.md").read_text(encoding="utf-8")
    for file in FOLDER.glob("*.txt"):
        assert f"`{file.name}`" in listed
        assert read_list(file.stem)


@pytest.mark.parametrize("name", PHRASES)
def test_every_phrase_is_understood_and_written_as_answers_are_compared(name):
    for phrases in read_list(name).values():
        Matcher({name: phrases})
        for phrase in phrases:
            assert phrase == phrase.lower()
            assert "'" not in phrase or not phrase[0].isalpha(), phrase


@pytest.mark.parametrize("name", ["moods", "spellings"])
def test_nothing_stands_under_two_keys(name):
    items = [item for items in read_list(name).values() for item in items]
    assert sorted(items) == sorted(set(items))


def test_every_theme_can_be_found():
    assert set(read_list("themes")) == {*THEMES, "whole"}


def test_spellings():
    assert [token.word for token in tokenise("WEN im wiv my bruv I’m sooo hapy")] == [
        *["when", "im", "with", "my", "brother", "im", "so", "happy"]
    ]
    assert [(token.word, token.start, token.end) for token in tokenise("i wanna")] == [
        *[("i", 0, 1), ("want", 2, 7), ("to", 2, 7)]
    ]


def test_a_line_that_cannot_be_read_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(lexicon, "FOLDER", tmp_path)
    (tmp_path / "broken.txt").write_text("# fine\ngood: nice\nnonsense\n", encoding="utf-8")
    with pytest.raises(LexiconFault, match=r"broken\.txt, line 3"):
        read_list("broken")


@pytest.mark.parametrize("phrase", ["ab*", "@nobody-knows", ".. end", "begin .."])
def test_a_phrase_that_cannot_be_understood_is_refused(phrase):
    with pytest.raises(LexiconFault):
        Matcher({"key": [phrase]})


def test_phrases():
    matcher = Matcher({"run": ["run* away"], "see": ["see .. more"], "hit": ["hit|kick me"]})

    def found(text):
        return [match.key for match in matcher.all(text.split())]

    assert found("running away") == ["run"]
    assert found("see my little sister more") == ["see"]
    assert found("see them but not more") == []
    assert found("see a b c d more") == []
    assert found("they kick me") == ["hit"]
