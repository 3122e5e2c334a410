"""Error pages in both tempers, and what refusals become. Never a stack trace, never a word of a child."""

import logging
from collections.abc import Callable
from http import HTTPStatus

from flask import Flask, render_template, request, session, url_for
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from consult.actions.refusals import Away, Ended, NotThere, Refused
from consult.store.reviews import Forgotten
from consult.web.house.child_errors import child_words
from consult.web.house.going import go
from consult.web.house.guard import CHILD, STAFF
from consult.web.house.hiding import is_hiding, lock, show_today
from consult.web.house.not_saved import NotSavedPage

Page = Response | tuple[str, int]
log = logging.getLogger("consult")
STAFF_ROOMS = frozenset(STAFF) | {"security", "staff_door", "staff_organisation", "staff_passkey"}


def install(app: Flask) -> None:
    """Catch everything."""
    app.register_error_handler(HTTPException, lambda fault: error_page(fault.code or 500))
    app.register_error_handler(NotThere, lambda _fault: error_page(404))
    app.register_error_handler(Forgotten, lambda _fault: error_page(410))
    app.register_error_handler(Refused, lambda _fault: error_page(409))
    app.register_error_handler(CSRFError, _give_back_or(lambda: error_page(400)))
    app.register_error_handler(Ended, _give_back_or(lambda: go("door.card", note="signed_out")))
    app.register_error_handler(Away, _give_back_or(lock))
    app.register_error_handler(Exception, _log_and_apologise)


def error_page(code: int) -> tuple[str, int]:
    """The page for a status, in the temper of the side it happened on."""
    known = code if code in {400, 403, 404, 405, 409, 410, 413, 422, 429} else 500
    if is_staff_side():
        title, sentence = _staff_words(known)
        page = render_template(
            "errors/staff.html",
            title=title,
            sentence=sentence,
            next_url=url_for("door.staff"),
            next_step=_("Go to your first page"),
        )
    else:
        title, sentence = child_words(known)
        page = render_template("errors/child.html", title=title, sentence=sentence)
    return page, code


def is_staff_side() -> bool:
    """Whether this request belongs to the staff's pages."""
    if request.blueprint:
        return request.blueprint in STAFF_ROOMS
    return "_user_id" in session or request.path.startswith(("/desk", "/office", "/voice", "/staff"))


def _give_back_or(page: Callable[[], Page]) -> Callable[[Exception], Page]:
    """The page, unless words were typed that could not be kept: then they come back to be copied."""

    def show(_fault: Exception) -> Page:
        if is_hiding():
            return show_today()
        words = request.form.get("words", "") if request.method == "POST" else ""
        if request.blueprint == CHILD and words.strip():
            return render_template("door/not_saved.html", page=NotSavedPage(words)), 409
        return page()

    return show


def _log_and_apologise(fault: Exception) -> tuple[str, int]:
    from_where = fault.__traceback__
    while from_where is not None and from_where.tb_next is not None:
        from_where = from_where.tb_next
    place = f"{from_where.tb_frame.f_code.co_filename}:{from_where.tb_lineno}" if from_where else "?"
    # The kind and the place only: an exception's text may hold what a child wrote.
    log.error("%s at %s", type(fault).__name__, place)
    try:
        return error_page(HTTPStatus.INTERNAL_SERVER_ERROR)
    except Exception as second:
        # Flask would write both faults to the log in full.
        log.error("%s while the error page was drawn", type(second).__name__)
        return ". ".join(child_words(500)), HTTPStatus.INTERNAL_SERVER_ERROR


def _staff_words(code: int) -> tuple[str, str]:
    words = {
        400: (_("This form was open for too long"), _("Go back, load the page again, and send the form once more.")),
        403: (_("This page is not for your role"), _("Ask your service manager if you need it.")),
        404: (_("This page is not here"), _("It may have moved, or it is not one of yours.")),
        409: (_("This cannot be done now"), _("Something has changed in the meantime. Look at the page again.")),
        410: (_("These words are no longer here"), _("Their time was over. See the child’s file.")),
        413: (_("The file is too large"), _("Send a smaller file, or split it in two.")),
        422: (_("That did not work"), _("Go back, check what you wrote, and try again.")),
        429: (_("Too many tries"), _("Wait a few minutes, then try again.")),
        500: (_("Something went wrong on our side"), _("Nothing was changed. Try again in a minute.")),
    }
    return words[404 if code == 405 else code]
