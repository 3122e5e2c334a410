"""The roles in words, and why a deed about people was not done."""

from dataclasses import dataclass

from flask_babel import gettext as _

from consult.store.staff import ROLES


@dataclass(frozen=True, slots=True)
class Role:
    """A role. `may`: what its holders do, in one sentence."""

    key: str
    name: str
    may: str


def list_roles() -> tuple[Role, ...]:
    """All there are, in the order of the forms."""
    words = {
        "officer": (_("Reviewing officer"), _("Invites and reads their own children.")),
        "manager": (_("Service manager"), _("Reads the report, brings in files, sees who does not feel safe.")),
        "administrator": (_("Administrator"), _("Looks after people, settings and retention. Sees no child’s words.")),
        "auditor": (_("Auditor"), _("Sees who did and read what. Changes nothing.")),
        "facilitator": (_("Council facilitator"), _("Meets with the children’s council. Sees no answers.")),
        "council_member": (_("Council member"), _("Sits on the children’s council. Sees no answers.")),
    }
    return tuple(Role(key, *words[key]) for key in ROLES)


def say_people_fault(reason: str) -> dict[str, str]:
    """Field -> sentence, for a refusal of actions.staffing."""
    words = {
        "bad_email": ("email", _("This is not an e-mail address. Write it like name@place.gov.uk.")),
        "email_taken": ("email", _("Somebody has this e-mail address already, here or in another authority.")),
        "bad_name": ("name", _("Write the name as children and colleagues know it, up to 120 letters.")),
        "bad_role": ("roles", _("Tick at least one role.")),
        "own_roles": ("roles", _("Nobody gives themselves another role. Ask another administrator.")),
        "last_administrator": (
            "roles",
            _("This is the only administrator. Make somebody else one first, or nobody could look after people."),
        ),
    }
    name, sentence = words[reason]
    return {name: sentence}
