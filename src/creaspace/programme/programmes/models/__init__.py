"""Programmes, their sessions, the versions of their dates, and who took part."""

from creaspace.programme.programmes.models.participation import Participation
from creaspace.programme.programmes.models.programme import (
    Involvement,
    Objective,
    Programme,
    programmes_shown_to,
)
from creaspace.programme.programmes.models.schedule import Schedule, ScheduleVersion
from creaspace.programme.programmes.models.session import Session

__all__ = [
    "Involvement",
    "Objective",
    "Participation",
    "Programme",
    "Schedule",
    "ScheduleVersion",
    "Session",
    "programmes_shown_to",
]
