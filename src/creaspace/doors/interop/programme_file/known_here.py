"""Checking a programme file against what this house knows: its vocabularies and countries."""

from collections.abc import Iterator, Mapping
from typing import Any

from creaspace.doors.interop.programme_file.checks import BadProgrammeFile, values_at
from creaspace.doors.interop.programme_file.shapes import Fault
from creaspace.foundation.places.models import Country
from creaspace.foundation.vocabularies.labels import key_of
from creaspace.foundation.vocabularies.models import Concept

CONCEPTS = {
    "spaces[].programme_role": "programme-roles",
    "context_spaces[].programme_role": "programme-roles",
    "workshops[].sessions[].kind": "session-kinds",
    "outputs[].kind": "output-kinds",
    "themes[].id": "key-questions",
}
COUNTRIES = [
    "organisations[].country",
    "spaces[].country",
    "context_spaces[].country",
    "visits[].country",
    "calls[].selected_countries[]",
    "programme.participants.asian_space_countries[]",
    "programme.participants.european_space_countries[]",
]
LOAD_FIRST = "Nothing is loaded to compare it with: run “creaspace load_reference” first."


def check_known(data: Mapping[str, Any]) -> None:
    """Raise `BadProgrammeFile` for every concept and country that is not known here."""
    faults = [*_concepts(data), *_countries(data)]
    if faults:
        raise BadProgrammeFile(faults)


def _concepts(data: Mapping[str, Any]) -> Iterator[Fault]:
    for pattern, scheme in CONCEPTS.items():
        used = list(values_at(data, pattern))
        if used:
            current = Concept.objects.of(scheme).filter(scheme__superseded_by=None)
            known = list(current.values_list("notation", flat=True))
            advice = f"The vocabulary “{scheme}” knows: {', '.join(known)}."
            for path, value in used:
                if key_of(value) not in known:
                    yield Fault(path, value, advice if known else LOAD_FIRST)


def _countries(data: Mapping[str, Any]) -> Iterator[Fault]:
    known = set(Country.objects.values_list("code", flat=True))
    advice = "No country or territory has this code." if known else LOAD_FIRST
    for pattern in COUNTRIES:
        for path, value in values_at(data, pattern):
            if value not in known:
                yield Fault(path, value, advice)
