"""Sending: what is sent is what adults see, and nothing newer."""

import datetime as dt

import pytest

from consult.actions import reading, recording, sending, talking
from consult.actions.recording import Held
from consult.actions.refusals import Ended, Refused
from consult.store.clock import FixedClock
from consult.store.database import Store
from consult.store.finals import list_finals
from consult.store.sent import SentBooklet
from consult.store.visits import VisitKey
from tests.actions.deeds import Watch, begin, come_in, list_invitations, say, send_all, talk_through, where
from tests.fixtures.cast import Cast


def read_sent(store: Store, cast: Cast) -> SentBooklet:
    """Sam's booklet as the officer reads it."""
    (booklet,) = reading.read_review(store, cast.officer, cast.sam.review_id).booklets
    return booklet


def hold(store: Store, cast: Cast, day: dt.date) -> None:
    """Sam's review took place."""
    recording.hold_review(store, cast.officer, cast.sam.review_id, Held(day, "PN1", "alone", "no"))


def reopen(store: Store, cast: Cast) -> VisitKey:
    """Come in again and go on with the booklet for before the review."""
    visit = come_in(store, cast.sam)
    invited = next(each for each in list_invitations(store, cast.authority_id, cast.sam) if each.audience == "child")
    talking.open_booklet(store, visit, invited.public_id)
    return visit


def test_nothing_is_there_to_read_before_sending(store: Store, cast: Cast) -> None:
    talk_through(store, begin(store, cast.sam))
    watch = Watch(store, cast.authority_id)
    assert reading.read_review(store, cast.officer, cast.sam.review_id).booklets == []
    assert watch.deeds == [], "there was nothing to read, so nobody read"


def test_sending_is_one_audit_row_and_one_final_row_for_each_question_reached(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    talk_through(store, visit)
    watch = Watch(store, cast.authority_id)
    sending.send(store, visit, "yes", [], "no")
    assert watch.deeds == ["send"]
    reached = {turn.question.key for turn in where(store, visit).walk.turns}
    finals = read_sent(store, cast).finals
    assert set(finals) == reached
    assert finals["happy_home"].options == "yes"
    assert finals["happy_home"].state == "answered"


def test_finals_carry_no_words_but_what_the_machine_made_of_them(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    say(store, visit, "feel_today", "good")
    say(store, visit, "home_likes", "food")
    say(store, visit, "happy_home", "no")
    say(store, visit, "happy_home_more", words="I hate the noise, I am sad there")
    sending.send(store, visit, "no", [], "no")
    final = read_sent(store, cast).finals["happy_home_more"]
    assert (final.options, final.mood) == ("", "negative")
    assert "home_placement" in final.themes
    assert final.method
    assert "noise" not in repr(final)


def test_skips_are_sent_as_skips(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    talking.skip(store, visit, where(store, visit).place_of("feel_today"), "s")
    sending.send(store, visit, "yes", [], "no")
    booklet = read_sent(store, cast)
    assert booklet.finals["feel_today"].state == "skipped"
    assert booklet.lines["feel_today"].answer is None


def test_an_unsent_change_stays_unseen_until_it_is_sent(store: Store, cast: Cast, clock: FixedClock) -> None:
    visit = begin(store, cast.sam)
    send_all(store, visit)
    sent_at = clock.now()
    assert not where(store, visit).unsent

    clock.moment += dt.timedelta(hours=1)
    visit = begin(store, cast.sam)
    say(store, visit, "happy_home", "no", form_key="change")
    say(store, visit, "happy_home_more", words="It is too loud", form_key="more")
    assert where(store, visit).unsent
    before = read_sent(store, cast)
    assert before.lines["happy_home"].answer.picked == ("yes",)  # type: ignore[union-attr]
    assert "happy_home_more" not in before.lines
    assert before.finals["happy_home"].options == "yes"
    assert before.changed_at is None

    sending.send(store, visit, "yes", [], "no")
    after = read_sent(store, cast)
    assert after.lines["happy_home"].answer.picked == ("no",)  # type: ignore[union-attr]
    assert after.lines["happy_home_more"].answer.words == "It is too loud"  # type: ignore[union-attr]
    assert after.finals["happy_home"].options == "no"
    assert (after.sent_at, after.changed_at) == (sent_at, clock.now())


def test_sending_again_leaves_no_old_finals(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    say(store, visit, "feel_today", "good")
    say(store, visit, "home_likes", "food")
    say(store, visit, "happy_home", "no")
    say(store, visit, "happy_home_more", words="It is too loud")
    sending.send(store, visit, "yes", [], "no")
    say(store, visit, "happy_home", "yes", form_key="change")
    sending.send(store, visit, "yes", [], "no")
    assert "happy_home_more" not in read_sent(store, cast).finals


def test_sending_twice_without_a_change_is_not_a_change(store: Store, cast: Cast, clock: FixedClock) -> None:
    visit = begin(store, cast.sam)
    send_all(store, visit)
    clock.moment += dt.timedelta(minutes=1)
    sending.send(store, visit, "yes", [], "no")
    assert read_sent(store, cast).changed_at is None


@pytest.mark.parametrize(
    ("read_out", "held_back", "kept"),
    [
        ("yes", [], ("yes", frozenset())),
        ("yes", ["feel_today"], ("yes", frozenset({"feel_today"}))),
        ("some", ["feel_today"], ("yes", frozenset({"feel_today"}))),
        ("some", ["feel_today", "happy_home_more", "made_up"], ("yes", frozenset({"feel_today"}))),
        ("no", ["feel_today"], ("no", frozenset())),
    ],
)
def test_who_may_hear_it(
    store: Store, cast: Cast, read_out: str, held_back: list[str], kept: tuple[str, frozenset[str]]
) -> None:
    visit = begin(store, cast.sam)
    talk_through(store, visit)
    sending.send(store, visit, read_out, held_back, "yes")
    booklet = read_sent(store, cast)
    assert (booklet.read_out, booklet.held_back) == kept
    assert booklet.quote == "yes"


@pytest.mark.parametrize(
    ("read_out", "quote", "reason"),
    [("", "yes", "read_out_missing"), ("maybe", "yes", "read_out_missing"), ("yes", "", "quote_missing")],
)
def test_a_missing_choice_sends_nothing(store: Store, cast: Cast, read_out: str, quote: str, reason: str) -> None:
    visit = begin(store, cast.sam)
    talk_through(store, visit)
    watch = Watch(store, cast.authority_id)
    with pytest.raises(Refused, match=reason):
        sending.send(store, visit, read_out, [], quote)
    assert where(store, visit).talk.sent_at is None
    assert watch.deeds == []


def test_an_empty_booklet_is_not_sent(store: Store, cast: Cast) -> None:
    with pytest.raises(Refused, match="nothing_to_send"):
        sending.send(store, begin(store, cast.sam), "yes", [], "no")


def test_an_idle_visit_does_not_send(store: Store, cast: Cast, clock: FixedClock) -> None:
    visit = begin(store, cast.sam)
    talk_through(store, visit)
    clock.moment += dt.timedelta(minutes=21)
    with pytest.raises(Ended):
        sending.send(store, visit, "yes", [], "no")
    assert where(store, visit).talk.sent_at is None


def test_after_the_review_a_sent_booklet_stays_as_it_was(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    send_all(store, visit)
    hold(store, cast, store.clock.today())
    with pytest.raises(Refused, match="closed"):
        say(store, visit, "feel_today", "ok", form_key="late")
    with pytest.raises(Refused, match="closed"):
        sending.send(store, visit, "no", [], "no")


def test_a_booklet_begun_before_the_review_can_be_sent_for_28_days(store: Store, cast: Cast, clock: FixedClock) -> None:
    visit = begin(store, cast.sam)
    say(store, visit, "feel_today", "good")
    hold(store, cast, clock.today())
    held = clock.moment
    clock.moment = held + dt.timedelta(days=29)
    with pytest.raises(Refused, match="closed"):
        say(store, reopen(store, cast), "feel_today", "ok")
    clock.moment = held + dt.timedelta(days=28)
    visit = reopen(store, cast)
    say(store, visit, "feel_today", "ok")
    sending.send(store, visit, "yes", [], "no")
    assert read_sent(store, cast).sent_at == clock.now()


def test_the_form_after_the_review_asks_for_no_consents(store: Store, cast: Cast) -> None:
    hold(store, cast, store.clock.today())
    visit = come_in(store, cast.sam)
    afterwards = [each for each in list_invitations(store, cast.authority_id, cast.sam) if each.audience != "child"]
    assert [each.audience for each in afterwards] == ["after_review"]
    talking.open_booklet(store, visit, afterwards[0].public_id)
    talk_through(store, visit)
    sending.send(store, visit, "", [], "")
    booklet = read_sent(store, cast)
    assert (booklet.audience, booklet.read_out, booklet.quote) == ("after_review", "ask", "")


def test_an_analysis_that_breaks_does_not_keep_a_booklet_from_being_sent(
    store: Store, cast: Cast, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def break_down(_utterance: object) -> None:
        raise RuntimeError("about the loud garden")

    monkeypatch.setattr(sending, "analyse", break_down)
    visit = begin(store, cast.maya)
    talk_through(store, visit, "the loud garden")
    sending.send(store, visit, "yes", [], "no")
    with store.reading(cast.authority_id) as tx:
        finals = list_finals(tx, where(store, visit).talk.id)
    assert {final.mood for final in finals.values()} == {"", "not_assessed"}
    assert "RuntimeError" in caplog.text
    assert "garden" not in caplog.text
