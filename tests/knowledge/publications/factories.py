"""Makers of outputs; what they stand on comes from the tests of visits."""

from itertools import count
from typing import Any

from creaspace.knowledge.publications.models import Output
from creaspace.knowledge.publications.services import keep_output
from tests.programme.visits import factories as below

_numbers = count(1)


def make_output(slug: str = "", **values: Any) -> Output:
    programme = values.pop("programme", None) or below.make_programme()
    given = {
        "kind": below.make_concept("output-kinds", "report", en="Report", es="Informe"),
        "status": "published",
        "description": "Report on the visits.",
    }
    return keep_output(
        slug=slug or f"output-{next(_numbers)}",
        programme=programme,
        by=below.BY,
        **{**given, **values},
    )
