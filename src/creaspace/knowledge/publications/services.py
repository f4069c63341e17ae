"""Keeping outputs and the spaces they cover."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from creaspace.atlas.spaces.models import Space
from creaspace.core.viewer import Viewer
from creaspace.foundation.languages.rows import write_originals
from creaspace.foundation.records.services import give_short_link, keep, note_act
from creaspace.knowledge.publications.models import Output
from creaspace.programme.programmes.models import Programme


@transaction.atomic
def keep_output(*, slug: str, programme: Programme, by: Viewer, **values: Any) -> Output:
    """Bring an output to these values.

    `kind` (a concept of output-kinds), `status`, `title`, `description`, `position`.
    """
    output = keep(Output, find={"slug": slug}, by=by, programme=programme, **values)
    write_originals(about=output, names=["title", "description"], by=by)
    give_short_link(about=output, wished=f"output-{slug}")
    return output


@transaction.atomic
def set_output_spaces(*, output: Output, spaces: Sequence[Space], by: Viewer) -> None:
    """Bring the spaces an output covers to exactly these."""
    before = set(output.spaces.values_list("slug", flat=True))
    after = {space.slug for space in spaces}
    if before == after:
        return
    output.spaces.set(spaces)
    note_act(
        verb="set_output_spaces",
        about=output,
        by=by,
        before={"spaces": sorted(before)},
        after={"spaces": sorted(after)},
    )
