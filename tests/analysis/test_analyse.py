import json

import pytest

from consult.analysis.analyse import NOT_ASSESSED, READ_AT_MOST, analyse
from consult.analysis.finding import Because, Finding, Utterance

LIKES = "What is going well?"
WORRIES = "What worries you?"
CHANGES = "What would you change?"
SAFE = "Do you feel safe?"


def mood(text, question=""):
    return analyse(Utterance(text, question)).sentiment


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        ("nothing", LIKES, "negative"),
        ("nothing", WORRIES, "neutral"),
        ("Nothing.", CHANGES, "neutral"),
        ("everything", LIKES, "positive"),
        ("everything!!", CHANGES, "negative"),
        ("no", SAFE, "negative"),
        ("yes", SAFE, "positive"),
        ("sometimes", SAFE, "mixed"),
        ("yes", "Are you being bullied?", "negative"),
        ("no", "Are you being bullied?", "neutral"),
        ("yeah", "Do you feel listened to?", "positive"),
        ("its ok i guess", "How is school?", "neutral"),
        ("idk", "How are you feeling?", "neutral"),
        ("nope happy as i am", CHANGES, "positive"),
        ("no one ever asks me", LIKES, "negative"),
    ],
)
def test_short_answers_are_read_against_the_question(text, question, expected):
    assert mood(text, question) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I am happy here", "positive"),
        ("I am not happy here", "negative"),
        ("they never shout", "positive"),
        ("not bad", "positive"),
        ("its sick here", "positive"),
        ("i feel sick", "negative"),
        ("i miss my brother", "negative"),
        ("sooooo gooood", "positive"),
        ("i luv it 😊", "positive"),
        ("😡", "negative"),
        ("I like it here but I miss my dog", "mixed"),
        ("i liked the cakes not the talking", "mixed"),
        ("she makes me laugh when i cry", "positive"),
        ("I used to hate it, now I love it", "positive"),
        ("i used to love it but its boring", "negative"),
        ("i wish they were kind", "negative"),
        ("i see them on tuesdays", "neutral"),
        ("my teacher is splendid", "positive"),  # TextBlob's word, not ours
    ],
)
def test_mood_words_negation_contrast_and_time(text, expected):
    assert mood(text) == expected


def test_themes_come_from_the_words():
    assert analyse(Utterance("my foster dad takes me to football")).themes == ("activities_hobbies", "carers")
    assert analyse(Utterance("i want to see my dad")).themes == ("family_contact",)


def test_a_question_about_one_thing_lends_its_theme_and_an_open_one_only_to_an_answer_without():
    assert analyse(Utterance("good", "How is school?")).themes == ("school_education",)
    assert analyse(Utterance("good", LIKES, question_themes=("home_placement",))).themes == ("home_placement",)
    assert analyse(Utterance("my dog", LIKES, question_themes=("home_placement",))).themes == ("pets",)
    assert analyse(Utterance("dunno", LIKES, question_themes=("home_placement",))).themes == ()


def test_the_themes_of_the_booklet_stand_instead_of_guessed_ones():
    assert analyse(Utterance("good", "How is school?", question_themes=("friends",))).themes == ("friends",)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("he hits me", ""),
        ("they wont stop hitting me", ""),
        ("i dont want to be here anymore", ""),
        ("i do not want to hurt myself but i might", ""),
        ("I'm going to run away", ""),
        ("some olders want me to hold a bag for them", ""),
        ("no", SAFE),
        ("not when hes drunk", SAFE),
    ],
)
def test_concerns(text, question):
    assert analyse(Utterance(text, question)).disclosure


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("nobody hits me here", ""),
        ("i never get bullied", ""),
        ("i am scared of my maths exam", ""),
        ("no", WORRIES),
        ("yes", SAFE),
        ("the film was good", ""),
    ],
)
def test_no_concern(text, question):
    assert not analyse(Utterance(text, question)).disclosure


def test_the_reasons_name_the_rule_and_the_words():
    text = "Well, I don't like school"
    assert Because("theme:school_education", text.index("school"), len(text)) in analyse(Utterance(text)).because
    start = text.index("don't")
    assert Because("mood:bad", start, start + len("don't like")) in analyse(Utterance(text)).because


def test_as_json():
    finding = Finding("positive", ("pets",), False, (Because("mood:good", 0, 4),))
    assert json.loads(json.dumps(finding.to_json())) == {
        "sentiment": "positive",
        "themes": ["pets"],
        "disclosure": False,
        "because": [{"rule": "mood:good", "start": 0, "end": 4}],
    }


@pytest.mark.parametrize("text", ["", "   \n", "...", "?!", "\x00\x07", "— –"])
def test_no_words_is_not_assessed(text):
    assert analyse(Utterance(text, SAFE)) == NOT_ASSESSED


def test_another_language_or_script_is_not_assessed():
    assert analyse(Utterance("he hits me", language="pl")) == NOT_ASSESSED
    assert analyse(Utterance("بچے مجھے مارتے ہیں")) == NOT_ASSESSED
    assert analyse(Utterance("Мне здесь нравится ok")) == NOT_ASSESSED
    assert analyse(Utterance("i like it", language="en-GB")).sentiment == "positive"


def test_only_the_first_part_of_a_very_long_text_is_read():
    finding = analyse(Utterance("a " * READ_AT_MOST + "he hits me"))
    assert not finding.disclosure
    assert all(because.end <= READ_AT_MOST for because in finding.because)
