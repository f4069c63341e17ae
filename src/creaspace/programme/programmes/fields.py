"""Fields that several rooms of the programme wing share."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from creaspace.core.partial_dates import NotAPartialDate, PartialDate


def partial_date_is_readable(text: str) -> None:
    try:
        PartialDate.parse(text)
    except NotAPartialDate as refusal:
        raise ValidationError(str(refusal)) from None


def partial_date_field(label: Any) -> "models.CharField[str, str]":
    """A day, month or year as written (`2016-10-24`, `2016-10`, `2016`); empty when not known."""
    return models.CharField(
        label, max_length=10, blank=True, default="", validators=[partial_date_is_readable]
    )


def source_language_field() -> "models.CharField[str, str]":
    """The language in which the texts of a record were first written."""
    return models.CharField(max_length=35, default="en")
