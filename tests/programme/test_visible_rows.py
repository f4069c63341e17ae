"""What leads to spaces is joined to them: a list of all visible spaces is never made first."""

import pytest
from django.db import models

from creaspace.core.viewer import STRANGER
from creaspace.programme.calls.models import Selection
from creaspace.programme.consultation.models import Illustration
from creaspace.programme.programmes.models import Participation
from creaspace.programme.visits.models import Stop
from creaspace.programme.workshops.models import Talk


@pytest.mark.parametrize("model", [Illustration, Participation, Selection, Stop, Talk])
def test_rows_a_stranger_sees_are_found_without_a_list_of_all_spaces(
    model: type[models.Model],
) -> None:
    visible = model._default_manager.visible_to(STRANGER)  # type: ignore[attr-defined]

    asked = str(visible.query)

    assert asked.count("SELECT") == 1
    assert '"spaces_space"."hidden_at" IS NULL' in asked
    assert '"programmes_programme"."published_at" IS NOT NULL' in asked
