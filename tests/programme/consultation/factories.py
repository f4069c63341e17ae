"""Makers of questions; programmes, spaces and members come from the room below."""

from typing import Any

from creaspace.programme.consultation.models import Question
from creaspace.programme.consultation.services import keep_question
from tests.programme.programmes.factories import BY, make_concept, make_programme, number


def make_question(slug: str = "", **values: Any) -> Question:
    """A question of the call unless told otherwise."""
    programme = values.pop("programme", None) or make_programme()
    slug = slug or f"question-{number()}"
    label = values.pop("label", slug.replace("-", " ").capitalize())
    given = {"origin": "call", "position": number()}
    concept = values.pop("concept", None) or make_concept("key-questions", slug, en=label)
    return keep_question(
        slug=slug, programme=programme, concept=concept, label=label, by=BY, **{**given, **values}
    )
