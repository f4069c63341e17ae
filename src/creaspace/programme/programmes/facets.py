"""What the atlas counts spaces by, as far as programmes know it."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext_lazy as _

from creaspace.atlas.spaces.facet_registry import Facet, Values, register
from creaspace.atlas.spaces.models import Space
from creaspace.core.viewer import STRANGER
from creaspace.foundation.statements.gist import Gist
from creaspace.programme.programmes.models import Participation, programmes_shown_to


def roles(spaces: Sequence[Space], _gists: Mapping[int, Gist]) -> Values:
    """What these spaces were in programmes that everybody may see, or stood beside."""
    taken = Participation.objects.filter(
        programmes_shown_to(STRANGER, at="programme"), space__in=spaces
    )
    found: dict[int, list[str]] = {}
    for space, role in taken.order_by("pk").values_list("space_id", "role__notation"):
        found.setdefault(space, []).append(role)
    return found


register(
    Facet(
        "programme_role",
        _("Part in a programme"),
        roles,
        order=10,
        scheme="programme-roles",
    )
)
