"""Joining editions, bands, zero rows, totals."""

import pytest

from consult.booklet.model import Condition, Question
from consult.report.counts import AnswerCount, Counts, OptionCount
from consult.report.questions import build_booklets
from consult.report.share import Share
from tests.report.booklets import booklet, choice

HOME = choice("home", "yes", "no", "unsure", headline=("no", "unsure"))


def figures(editions, answers=(), options=()):
    return build_booklets(Counts((), tuple(answers), tuple(options), (), (), editions))


def answered(edition, question, band="11-plus", n=1, state="answered"):
    return AnswerCount("b", edition, question, band, state, n)


def picked(edition, question, option, band="11-plus", n=1):
    return OptionCount("b", edition, question, band, option, n)


def only(booklets):
    ((question,),) = (one.questions for one in booklets)
    (band,) = question.bands
    return question, band


def test_each_figure_has_its_own_base():
    _, band = only(
        figures(
            {("b", 1): booklet("b", "young_person", HOME)},
            [answered(1, "home", n=8), answered(1, "home", state="skipped", n=2)],
            [picked(1, "home", "yes", n=5), picked(1, "home", "no", n=1), picked(1, "home", "unsure", n=2)],
        )
    )
    assert (band.asked, band.answered, band.skipped) == (10, Share(8, 10), Share(2, 10))
    assert band.options == (("yes", Share(5, 8)), ("no", Share(1, 8)), ("unsure", Share(2, 8)))


def test_a_total_is_worked_from_counts_not_from_rounded_parts():
    _, band = only(
        figures(
            {("b", 1): booklet("b", "young_person", HOME)},
            [answered(1, "home", n=8)],
            [picked(1, "home", "yes", n=6), picked(1, "home", "no"), picked(1, "home", "unsure")],
        )
    )
    assert [share.percent for _, share in band.options] == [75, 13, 13]
    assert band.headline.share.percent == 25


@pytest.mark.parametrize(
    ("audience", "bands"),
    [
        ("child", ["under-11"]),
        ("young_person", ["11-plus"]),
        ("parent", ["under-11", "11-plus"]),
        ("after_review", ["under-11", "11-plus"]),
    ],
)
def test_a_question_nobody_was_asked_is_listed_with_zeros(audience, bands):
    ((question,),) = (one.questions for one in figures({("b", 3): booklet("b", audience, HOME)}))
    assert [one.band for one in question.bands] == bands
    for band in question.bands:
        assert (band.asked, band.answered.percent, band.headline.share.percent) == (0, None, None)
        assert band.options == (("yes", Share(0, 0)), ("no", Share(0, 0)), ("unsure", Share(0, 0)))
        assert band.editions == (3,)


def test_a_question_for_older_ages_is_not_listed_for_the_younger_band():
    older = choice("leaving", "yes", "no", from_age=16, to_age=17)
    ((question,),) = (one.questions for one in figures({("b", 1): booklet("b", "parent", older)}))
    assert [one.band for one in question.bands] == ["11-plus"]


def test_a_band_outside_the_audience_is_listed_once_somebody_answered():
    ((question,),) = (
        one.questions
        for one in figures(
            {("b", 1): booklet("b", "child", HOME)}, [answered(1, "home", "11-plus")], [picked(1, "home", "yes")]
        )
    )
    assert [(one.band, one.asked) for one in question.bands] == [("under-11", 0), ("11-plus", 1)]


def test_an_open_question_has_answers_but_no_options():
    _, band = only(
        figures({("b", 1): booklet("b", "young_person", Question("w", "words", "And?"))}, [answered(1, "w", n=4)])
    )
    assert band.options == ()
    assert band.answered == Share(4, 4)


def test_a_scale_lists_nought_to_ten():
    _, band = only(figures({("b", 1): booklet("b", "young_person", Question("s", "scale", "How much?"))}))
    assert [key for key, _ in band.options] == [str(number) for number in range(11)]


def test_editions_are_joined_in_the_newest_order_and_wording():
    question, band = only(
        figures(
            {
                ("b", 1): booklet("b", "young_person", choice("home", "bad", "good", text="Home?")),
                ("b", 2): booklet("b", "young_person", choice("home", ("fine", ("good",)), "bad", text="Your home?")),
            },
            [answered(1, "home", n=3), answered(2, "home", n=2)],
            [picked(1, "home", "good", n=3), picked(2, "home", "fine"), picked(2, "home", "bad")],
        )
    )
    assert band.editions == (1, 2)
    assert question.question.text == "Your home?"
    assert band.options == (("fine", Share(4, 5)), ("bad", Share(1, 5)))
    assert question.line.reworded
    assert [(old.key, new.key) for old, new in question.line.joined] == [("good", "fine")]


def test_renamed_twice_with_the_middle_edition_unanswered():
    _, band = only(
        figures(
            {
                ("b", 1): booklet("b", "young_person", choice("q", "a", "z")),
                ("b", 2): booklet("b", "young_person", choice("q", ("b", ("a",)), "z")),
                ("b", 3): booklet("b", "young_person", choice("q", ("c", ("b",)), "z")),
            },
            [answered(1, "q", n=2)],
            [picked(1, "q", "a", n=2)],
        )
    )
    assert band.editions == (1,)
    assert band.options == (("c", Share(2, 2)), ("z", Share(0, 2)))


def test_two_options_that_swap_their_keys():
    _, band = only(
        figures(
            {
                ("b", 1): booklet("b", "young_person", choice("q", "a", "b")),
                ("b", 2): booklet("b", "young_person", choice("q", ("a", ("b",)), ("b", ("a",)))),
            },
            [answered(1, "q", n=3)],
            [picked(1, "q", "a", n=3)],
        )
    )
    assert band.options == (("a", Share(0, 3)), ("b", Share(3, 3)))


def test_an_old_option_that_nothing_replaced_stays_at_the_end():
    question, band = only(
        figures(
            {
                ("b", 1): booklet("b", "young_person", choice("q", "gone", "yes")),
                ("b", 2): booklet("b", "young_person", choice("q", "yes", "no")),
            },
            [answered(1, "q", n=2)],
            [picked(1, "q", "gone"), picked(1, "q", "yes")],
        )
    )
    assert [key for key, _ in band.options] == ["yes", "no", "gone"]
    assert [option.key for option in question.line.retired] == ["gone"]


def test_editions_that_nobody_used_are_not_in_use():
    (one,) = figures(
        {
            ("b", 1): booklet("b", "young_person", choice("dropped", "yes"), HOME),
            ("b", 2): booklet("b", "young_person", HOME),
        }
    )
    assert one.editions == (2,)
    assert [question.question.key for question in one.questions] == ["home"]


def test_a_question_dropped_since_comes_after_those_still_asked():
    (one,) = figures(
        {
            ("b", 1): booklet("b", "young_person", choice("dropped", "yes"), HOME),
            ("b", 2): booklet("b", "young_person", HOME),
        },
        [answered(1, "dropped"), answered(1, "home")],
    )
    assert [question.question.key for question in one.questions] == ["home", "dropped"]


def test_several_may_be_picked_and_own_words_are_something_else():
    several = choice("who", "mum", "dad", kind="choices", other=True, headline=("mum", "dad"))
    _, band = only(
        figures(
            {("b", 1): booklet("b", "young_person", several)},
            [answered(1, "who", n=3)],
            [picked(1, "who", "mum|dad", n=2), picked(1, "who", "other")],
        )
    )
    assert [(key, share.percent) for key, share in band.options] == [("mum", 67), ("dad", 67), ("other", 33)]
    assert band.headline.share == Share(2, 3)


def test_an_answer_that_picked_two_options_now_one_counts_once():
    _, band = only(
        figures(
            {
                ("b", 1): booklet("b", "young_person", choice("q", "tv", "games", kind="choices")),
                ("b", 2): booklet("b", "young_person", choice("q", ("screen", ("tv", "games")), kind="choices")),
            },
            [answered(1, "q", n=2)],
            [picked(1, "q", "tv|games"), picked(1, "q", "tv")],
        )
    )
    assert band.options == (("screen", Share(2, 2)),)


def test_a_follow_up_knows_who_was_asked():
    follow_up = choice("more", "yes", only_if=(Condition("home", ("no", "unsure")),))
    (one,) = figures({("b", 1): booklet("b", "young_person", HOME, follow_up)})
    (condition,) = one.questions[1].asked_if
    assert condition.question is HOME
    assert [option.text for option in condition.answers] == ["No", "Unsure"]


def test_children_come_first_then_young_people_then_others():
    editions = {
        (key, 1): booklet(key, audience, HOME)
        for key, audience in [("p", "parent"), ("y", "young_person"), ("a", "young_person"), ("c", "child")]
    }
    assert [one.key for one in figures(editions)] == ["c", "a", "y", "p"]


def test_answers_of_an_unknown_edition_are_refused():
    with pytest.raises(ValueError, match="edition"):
        figures({("b", 1): booklet("b", "child", HOME)}, [answered(2, "home")])
