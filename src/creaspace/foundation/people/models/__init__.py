"""Persons, organisations, consents and one-time links."""

from creaspace.foundation.people.models.consents import Consent
from creaspace.foundation.people.models.links import OneTimeLink
from creaspace.foundation.people.models.organisations import (
    Membership,
    Organisation,
    OrganisationAlias,
)
from creaspace.foundation.people.models.persons import Person

__all__ = [
    "Consent",
    "Membership",
    "OneTimeLink",
    "Organisation",
    "OrganisationAlias",
    "Person",
]
