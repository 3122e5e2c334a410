"""Messages, answers and alerts in their states for the gallery; everyone here is made up."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from consult.web.desk import message_pages as message
from consult.web.desk import pages as desk
from consult.web.house.samples_staff import AVA, DESK, LONG, REVIEW, SENT_CHILD, TOMOS, at, page_of
from consult.web.office import pages as office

URGENT = (
    desk.Urgent("a1", AVA, at(22, 19, 5), "13 h 20 min ago", officer="Amira Hassan"),
    desk.Urgent("a2", LONG, at(23, 8, 2), "23 min ago", "Amira Hassan", "Amira Hassan"),
)
ALERT = message.Alert("a1", AVA, at(22, 19, 5), "13 h 20 min ago", "they lock me out at nite", young=True)
WRITTEN = desk.Answer("Amira Hassan", "The boots come on Friday.\nYou can pick the colour.", at(22, 9, 12))
LINES = tuple(
    message.Line(f"m{number}", child, kind, at(21, 18, 4), read, answered)
    for number, (child, kind, read, answered) in enumerate(
        (
            (AVA, "Good news", False, False),
            (LONG, "I want to complain", True, False),
            (TOMOS, "Tell something", True, True),
        )
    )
)
MESSAGE = message.Message(AVA, replace(SENT_CHILD, title="I need something"), (WRITTEN,))


def samples() -> Mapping[str, tuple[str, Mapping[str, Any]]]:
    """Sample name -> (template, context)."""
    return {
        "staff-desk-urgent": page_of("desk/desk.html", replace(DESK, urgent=URGENT, now=at(23, 8, 25))),
        "staff-desk-nothing-urgent": page_of(
            "desk/desk.html", replace(DESK, now=at(23, 8, 25), cover="Jo, 01632 960111")
        ),
        "staff-alert": page_of("desk/alert.html", ALERT),
        "staff-alert-no-words": page_of("desk/alert.html", replace(ALERT, words="", errors={"done": "Nothing."})),
        "staff-alert-closed": page_of(
            "desk/alert.html",
            replace(ALERT, seen_by="Amira", seen=at(23, 8, 30), done="Rang the worker.", closed=at(23, 9, 0)),
        ),
        "staff-messages": page_of("desk/messages.html", message.Messages(LINES, 1)),
        "staff-messages-none": page_of("desk/messages.html", message.Messages((), 0)),
        "staff-message": page_of("desk/message.html", MESSAGE),
        "staff-message-hint": page_of("desk/message.html", replace(MESSAGE, hint="This is easy to read at this age.")),
        "staff-message-faults": page_of("desk/message.html", replace(MESSAGE, errors={"words": "Nothing."})),
        "staff-review-decided": page_of("desk/review.html", replace(REVIEW, answers=(WRITTEN,))),
        "staff-office-alerts": page_of("office/alerts.html", office.AlertsPage(URGENT, "Jo", "01632 960111")),
        "staff-office-alerts-none": page_of("office/alerts.html", office.AlertsPage(())),
    }
