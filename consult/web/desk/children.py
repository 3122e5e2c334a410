"""Adding children and reviews by hand, and children's cards."""

import segno
from flask import current_app, flash, render_template
from flask_babel import gettext as _
from markupsafe import Markup
from werkzeug.wrappers import Response

from consult.actions import inviting, recording
from consult.actions.refusals import Refused
from consult.actions.scope import fetch_own_child
from consult.store.reviews import age_on
from consult.web.desk.blueprint import Page, room
from consult.web.desk.forms import AddChildForm, AddReviewForm
from consult.web.desk.pages import AddChild, AddReview, Card, Cards, Child
from consult.web.desk.refusal_words import say_refusal
from consult.web.house.going import go
from consult.web.house.guard import officer
from consult.web.house.premises import premises_of, the_store


@room.route("/children/new", methods=["GET", "POST"])
def add_child() -> Page:
    """A child and the first review."""
    form = AddChildForm()
    if not form.is_submitted():
        return render_template("desk/add_child.html", page=AddChild())
    faults = {} if form.validate() else form.faults
    if not faults:
        try:
            review_id = recording.add_child(
                the_store(),
                officer(),
                form.ref.given,
                form.first_name.given,
                form.date_of_birth.given,
                form.review_date.given,
                form.kind.data,
            )
        except Refused as refusal:
            faults = {"ref": say_refusal(refusal.reason)}
        else:
            flash(_("The child is on your desk."))
            return go("desk.review", review_id=review_id)
    return render_template("desk/add_child.html", page=AddChild(form.values, faults)), 422


@room.route("/children/<child_id>/reviews/new", methods=["GET", "POST"])
def add_review(child_id: str) -> Page:
    """A further review of a child."""
    store = the_store()
    with store.reading(officer().authority_id) as tx:
        who = fetch_own_child(tx, officer(), child_id)
        child = Child(who.public_id, who.ref, who.first_name, age_on(tx.today, who.date_of_birth), who.avatar)
    form = AddReviewForm()
    if not form.is_submitted():
        return render_template("desk/add_review.html", page=AddReview(child))
    faults = {} if form.validate() else form.faults
    if not faults:
        try:
            review_id = recording.add_review(store, officer(), child_id, form.review_date.given, form.kind.data)
        except Refused as refusal:
            faults = {"review_date": say_refusal(refusal.reason)}
        else:
            flash(_("The review is on your desk."))
            return go("desk.review", review_id=review_id)
    return render_template("desk/add_review.html", page=AddReview(child, form.values, faults)), 422


@room.get("/reviews/<review_id>/card")
def card(review_id: str) -> Page:
    """The card to print: the number, and a square that opens it."""
    who, number = inviting.show_card(the_store(), officer(), review_id)
    address = premises_of(current_app).settings.base_url
    # The number stands behind the #: a browser never sends it in an address, so no log holds it.
    square = segno.make(f"{address}/#{number}", error="m").svg_inline(omitsize=True, border=2)
    page = Card(who.first_name, number, Markup(square), address.partition("://")[2])  # noqa: S704 - drawn by segno
    return render_template("desk/card.html", page=Cards(review_id, (page,)))


@room.post("/reviews/<review_id>/card")
def replace_card(review_id: str) -> Response:
    """A new card for a lost one."""
    inviting.replace_card(the_store(), officer(), review_id)
    flash(_("This is a new card. The old one does not work any more."))
    return go("desk.card", review_id=review_id)
