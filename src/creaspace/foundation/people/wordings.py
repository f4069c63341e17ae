"""The purposes for which a person may agree to something, and the words they agree to.

A change of words is a new version: what people agreed to before stays as they read it.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

DIRECTORY = "directory"
TRANSFER = "transfer_abroad"
PORTRAIT = "portrait"
NEWSLETTER = "newsletter"


@dataclass(frozen=True)
class Purpose:
    """One thing a person may agree to, by itself."""

    name: str
    version: str
    title: str | Promise
    words: str | Promise


PURPOSES = (
    Purpose(
        DIRECTORY,
        "2026-11",
        _("Stand in the directory"),
        _(
            "Anybody may find my name, role, languages and organisations in the directory of"
            " people. My e-mail address and my sign-in name are never shown there."
        ),
    ),
    Purpose(
        TRANSFER,
        "2026-11",
        _("Share with partners in other countries"),
        _(
            "The organisers of a programme I take part in may pass my name, role and contact to"
            " their partners in other countries of Europe and Asia, for that programme only."
        ),
    ),
    Purpose(
        PORTRAIT,
        "2026-11",
        _("Show my portrait"),
        _(
            "Photographs on which I can be recognised may be shown on these pages and in"
            " publications of the programme, with the photographer's name."
        ),
    ),
    Purpose(
        NEWSLETTER,
        "2026-11",
        _("Receive the newsletter"),
        _("Send me news of the network by e-mail, at most once a month."),
    ),
)


def purpose_named(name: str) -> Purpose | None:
    return next((purpose for purpose in PURPOSES if purpose.name == name), None)
