"""Keeping outputs and the spaces they cover."""

import pytest
from django.core.exceptions import ValidationError

from creaspace.core.viewer import STRANGER
from creaspace.foundation.records.models import Act
from creaspace.knowledge.publications.models import Output
from creaspace.knowledge.publications.services import keep_output, set_output_spaces
from tests.knowledge.publications.factories import make_output
from tests.programme.visits.factories import BY, make_concept, make_programme, make_space

pytestmark = pytest.mark.django_db


def test_output_kept_twice_changes_nothing():
    programme, kind = make_programme(), make_concept("output-kinds", "film")
    values = {"kind": kind, "status": "announced", "description": "A film."}
    keep_output(slug="film", programme=programme, by=BY, **values)
    before = Act.objects.count()

    keep_output(slug="film", programme=programme, by=BY, **values)

    assert Act.objects.count() == before


def test_unknown_status_is_refused():
    with pytest.raises(ValidationError) as refusal:
        make_output(status="rumoured")

    assert "rumoured" in str(refusal.value)


def test_spaces_become_exactly_those_given_and_the_same_again_changes_nothing():
    output, one, other = make_output(), make_space(), make_space()
    set_output_spaces(output=output, spaces=[one, other], by=BY)
    set_output_spaces(output=output, spaces=[other], by=BY)
    before = Act.objects.count()

    set_output_spaces(output=output, spaces=[other], by=BY)

    assert list(output.spaces.all()) == [other]
    assert Act.objects.count() == before


def test_output_of_a_draft_programme_is_seen_by_nobody():
    make_output(programme=make_programme(published_at=None))

    assert not Output.objects.visible_to(STRANGER).exists()


def test_hidden_space_is_not_shown_as_covered():
    output, shown, draft = make_output(), make_space(), make_space(published_at=None)
    set_output_spaces(output=output, spaces=[shown, draft], by=BY)

    found = Output.objects.visible_to(STRANGER).with_spaces(STRANGER).get()

    assert found.covered == [shown]
