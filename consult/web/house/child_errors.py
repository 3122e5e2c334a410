"""What a child is told when something goes wrong: kindly, and what to do next."""

from flask_babel import gettext as _


def child_words(code: int) -> tuple[str, str]:
    """Title and sentence for a status that `error_page` knows."""
    words = {
        400: (_("This page was open for too long"), _("Go back one page and try again. What you saved is safe.")),
        403: (_("This page is not for you"), _("That is OK. Go to the first page to go on.")),
        404: (_("This page is not here"), _("Nothing is lost. Go to the first page to go on.")),
        409: (_("This cannot be changed now"), _("What you sent is safe. You can ask your reviewing officer.")),
        413: (_("That was too much at once"), _("Go back and make it shorter. What you saved before is safe.")),
        422: (_("That did not work"), _("Go back and try again. What you saved before is safe.")),
        429: (_("Please wait a little"), _("There were many tries. Come back in 15 minutes.")),
        500: (_("Something went wrong here"), _("It is not your fault. What you saved is safe. Try again soon.")),
    }
    return words[404 if code in {405, 410} else code]
