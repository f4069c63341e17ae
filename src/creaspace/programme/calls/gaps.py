"""What was looked for on a call's pages and not found, said plainly. Pure."""

from collections.abc import Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


def gaps_of(
    call: Any, *, rules: Sequence[Any], criteria: Sequence[Any], selection: Sequence[Any]
) -> list[str | Promise]:
    """The parts of a call that nobody has been able to read, in the order of the page."""
    found: list[tuple[bool, str | Promise]] = [
        (not call.deadline_on, _("the deadline")),
        (not (call.applicants or rules), _("who may apply")),
        (not criteria, _("the criteria")),
        (call.applications_received is None, _("how many applied")),
        (not (selection or call.selected_count), _("the names of the chosen")),
    ]
    return [words for is_missing, words in found if is_missing]
