"""What may be asked of a visit."""

from django.utils.translation import gettext_lazy as _

from creaspace.core.partial_dates import PartialDate
from creaspace.core.verdicts import YES, Verdict, no
from creaspace.programme.programmes.models import ScheduleVersion


def can_enter_calendar(version: ScheduleVersion | None) -> Verdict:
    """A calendar needs days; a month or the words of a source would have to be made more exact."""
    if version is None:
        return no(_("This visit has no date yet."))
    if not version.starts_on or PartialDate.parse(version.starts_on).precision != "day":
        return no(_("The date of this visit is not known to the day, so no calendar can hold it."))
    return YES
