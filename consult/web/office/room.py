"""The office: what children's pages say about the service, and files that come in."""

from collections.abc import Collection

from flask import flash, render_template, request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import Regexp

from consult.actions.importing import Faulty, import_answers, import_reviews
from consult.actions.recording import set_contact
from consult.actions.scope import actor
from consult.store.authorities import Contact, fetch_authority
from consult.store.languages import fetch_languages
from consult.store.translations import list_drafts
from consult.web.house.catalogues import shipped_languages
from consult.web.house.forms import StaffForm, text
from consult.web.house.going import go
from consult.web.house.guard import signed_in
from consult.web.house.language import is_draft, language_words
from consult.web.house.premises import the_store
from consult.web.office import alerts, audit, behind_glass, children, handing_over, people, recordings, retention
from consult.web.office.blueprint import Page, room
from consult.web.office.pages import Fault, Imported, ImportPage, Offered, SettingsPage

__all__ = [
    "alerts",
    "audit",
    "behind_glass",
    "children",
    "handing_over",
    "people",
    "recordings",
    "retention",
    "room",
]

FIELDS = ("officer_title", "out_of_hours_phone", "cover_name", "cover_phone")
LARGEST_FILE = 20 * 1024 * 1024
IMPORTS = {"reviews": import_reviews, "answers": import_answers}


_DIGITS = Regexp(
    r"^(?:[ +()-]*[0-9]){3}[0-9 +()-]*$", message=_l("Write the number with digits, such as 01632 960 123.")
)


class ContactForm(StaffForm):
    """What children are told."""

    officer_title = text(_l("Write what children call the officer, such as reviewing officer."), 80)
    out_of_hours_phone = text(_l("Write the number that children can ring at night and at weekends."), 40, _DIGITS)
    cover_name = text(_l("Write who helps when the reviewing officer is away."), 80)
    cover_phone = text(_l("Write how to reach whoever covers."), 40, _DIGITS)


@room.route("/settings", methods=["GET", "POST"])
def settings() -> Page:
    """What must be known before a child is invited."""
    store, staff = the_store(), signed_in().staff
    with store.reading(staff.authority_id) as tx:
        contact, turned_on = fetch_authority(tx).contact, fetch_languages(tx)
        drafts = {language for _booklet, language in list_drafts(tx)}
    form = ContactForm()
    if not form.is_submitted():
        kept = {name: getattr(contact, name) for name in FIELDS}
        page = SettingsPage(kept, complete=contact.complete, languages=_offered(turned_on, drafts))
        return render_template("office/settings.html", page=page)
    ticked = [tag for tag in request.form.getlist("languages") if tag in shipped_languages()]
    if not form.validate():
        page = SettingsPage(form.values, form.faults, contact.complete, _offered(ticked, drafts))
        return render_template("office/settings.html", page=page), 422
    set_contact(store, staff, Contact(*(form.data[name] for name in FIELDS)), ticked)
    flash(_("The settings are kept."))
    return go("office.settings")


def _offered(ticked: Collection[str], drafts: Collection[str]) -> tuple[Offered, ...]:
    return tuple(
        Offered(each.tag, language_words(each.tag), each.name, is_draft(each.tag, drafts), each.tag in ticked)
        for each in shipped_languages().values()
    )


@room.url_value_preprocessor
def take_large_files(endpoint: str | None, _values: object) -> None:
    """Before anything reads the form: looking for its token reads all of it."""
    if endpoint in {"office.import_", "office.keep_recording"}:
        request.max_content_length = LARGEST_FILE


@room.route("/import", methods=["GET", "POST"], endpoint="import_")
def bring_in() -> Page:
    """Reviews, or booklets filled on paper: all of a file, or nothing."""
    if request.method == "GET":
        return render_template("office/import.html", page=ImportPage())
    what, file = request.form.get("what", ""), request.files.get("file")
    errors = {}
    if what not in IMPORTS:
        errors["what"] = _("Say what is in the file.")
    if file is None or not file.filename:
        errors["file"] = _("Choose a file.")
    if errors or file is None:
        return render_template("office/import.html", page=ImportPage({"what": what}, errors)), 422
    staff = signed_in().staff
    try:
        done = IMPORTS[what](the_store(), staff.authority_id, actor(staff), file.read())
    except Faulty as faulty:
        faults = tuple(Fault(each.row, each.column, each.sentence) for each in faulty.faults)
        return render_template("office/import.html", page=ImportPage({"what": what}, faults=faults)), 422
    imported = Imported(what, done.new, done.changed, done.as_before)
    return render_template("office/import.html", page=ImportPage(imported=imported))
