"""What the audit says, in plain words. A deed without words here fails a test."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _

TOLD = frozenset(
    {"booklet", "broken", "by", "children", "count", "days", "edition", "form", "language", "mode", "months", "reason"}
    | {"recipient", "replaced", "reviews", "roles", "rows", "who"}
)
"""What of a row's detail the page tells: codes, counts, and why somebody broke the glass."""


def deed_words() -> dict[str, str]:
    """Deed -> words, in the order of the filter: what staff do, then children, then what the service does."""
    return {**_reading(), **_reviewing(), **_answering(), **_office(), **_sign_in(), **_children()}


def kind_words() -> dict[str, str]:
    """Kind of thing -> word."""
    return {
        "alert": _("“I don’t feel safe”"),
        "authority": _("authority"),
        "booklet": _("booklet"),
        "child": _("child"),
        "conversation": _("booklet or message"),
        "draft": _("begun, never sent"),
        "invitation": _("invitation"),
        "message": _("message"),
        "period": _("period"),
        "recording": _("recording"),
        "review": _("review"),
        "staff": _("person"),
        "translation": _("translation"),
    }


def detail_words(detail: Mapping[str, Any]) -> str:
    """The told part of a row's detail, such as “roles: officer auditor”."""
    return ", ".join(f"{name}: {value}" for name, value in detail.items() if name in TOLD and value not in ("", 0))


def _reading() -> dict[str, str]:
    return {
        "break_glass": _("Broke the glass: opened words that are not theirs"),
        "read_behind_glass": _("Read words behind the broken glass"),
        "read_booklet": _("Read what was sent for a review"),
        "read_out": _("Opened it to read out"),
        "read_message": _("Read a message"),
        "read_alert": _("Read “I don’t feel safe”"),
        "pass_on": _("Opened words to pass them on"),
        "take_report": _("Took the report"),
        "export_everything": _("Took everything held on a child"),
        "put_on_file": _("Put words on the child’s file"),
    }


def _reviewing() -> dict[str, str]:
    return {
        "add_child": _("Added a child"),
        "add_review": _("Added a review"),
        "move_review": _("Moved a review"),
        "hold_review": _("Wrote down that a review was held"),
        "correct_first_name": _("Corrected a first name"),
        "correct_birth": _("Corrected a date of birth"),
        "leave_care": _("Wrote down that a child left care"),
        "return_to_care": _("Wrote down that a child came back into care"),
        "merge_children": _("Made one of a child entered twice"),
        "hand_over": _("Handed over somebody’s reviews"),
        "reassign": _("Gave a review to somebody else"),
        "add_cover": _("Let a colleague cover"),
        "end_cover": _("Ended a cover"),
        "invite": _("Invited a child"),
        "show_card": _("Opened a card"),
        "add_card": _("Made a card"),
        "replace_card": _("Replaced a card"),
        "reset_pictures": _("Let a child choose new pictures"),
        "record_asked": _("Wrote down whether it may be read out"),
        "print_paper": _("Printed a booklet"),
        "key_in_paper": _("Typed in a paper booklet"),
        "key_in_message": _("Typed in a paper message"),
    }


def _answering() -> dict[str, str]:
    return {
        "answer_child": _("Answered a child"),
        "see_alert": _("Saw “I don’t feel safe”"),
        "close_alert": _("Closed “I don’t feel safe”"),
    }


def _office() -> dict[str, str]:
    return {
        "add_staff": _("Added a person"),
        "change_roles": _("Changed a person’s roles"),
        "disable_staff": _("Switched a person off"),
        "enable_staff": _("Switched a person on"),
        "reset_staff": _("Made a new link for a person"),
        "set_contact": _("Changed the settings"),
        "import_reviews": _("Brought in reviews"),
        "import_answers": _("Brought in booklets"),
        "record": _("Added a recording"),
        "remove_recording": _("Removed a recording"),
        "change_retention": _("Changed how long words stay"),
        "hold": _("Put a legal hold on a child"),
        "release": _("Released a legal hold"),
        "forget_words": _("Destroyed words"),
        "forget_keys": _("Destroyed keys and names"),
        "read_audit": _("Read the audit"),
        "check_audit": _("Checked the audit"),
        "publish": _("Published a booklet or translation"),
        "add_authority": _("Added the authority"),
        "rotate_keys": _("Changed the keys"),
        "back_up": _("Made a backup"),
        "restore": _("Restored a backup"),
    }


def _sign_in() -> dict[str, str]:
    return {
        "right_password": _("Typed the right password"),
        "wrong_password": _("Typed a wrong password"),
        "wrong_code": _("Typed a wrong code"),
        "sign_in": _("Signed in"),
        "sign_out": _("Signed out"),
        "use_link": _("Used a one-use link"),
        "set_password": _("Set a password"),
        "forget_password": _("Asked for a new password by e-mail"),
        "set_up_codes": _("Set up an app for codes"),
        "renew_recovery_codes": _("Made new recovery codes"),
        "add_passkey": _("Added a passkey"),
        "remove_passkey": _("Removed a passkey"),
        "join_organisation": _("Joined by the organisation’s sign-in"),
    }


def _children() -> dict[str, str]:
    return {
        "enter_with_card": _("Came in with a card"),
        "enter_pictures": _("Tapped the right pictures"),
        "wrong_pictures": _("Tapped wrong pictures"),
        "choose_pictures": _("Chose pictures"),
        "forget_pictures": _("Forgot the pictures"),
        "choose_avatar": _("Chose an avatar"),
        "choose_language": _("Chose a language"),
        "choose_looks": _("Chose how pages look"),
        "lock": _("Locked the page"),
        "leave": _("Left"),
        "say_who_helps": _("Said who helps"),
        "open_booklet": _("Opened a booklet"),
        "begin_anytime": _("Began a message"),
        "keep_draft": _("Wrote, not kept yet"),
        "answer": _("Answered a question"),
        "skip": _("Skipped a question"),
        "decline": _("Said no to a booklet"),
        "send": _("Sent a booklet or message"),
        "take_blank": _("Took a booklet for writing without internet"),
        "post_letter": _("Brought back what was written without internet"),
        "see_answers": _("Saw an answer"),
        "raise_alert": _("Pressed “I don’t feel safe”"),
    }
