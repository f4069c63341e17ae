from django.utils.translation import gettext_lazy as _

from creaspace.core.navigation import Destination, add_destination

add_destination(
    Destination(
        _("Organisations"), "people:organisations", icon="building", order=70, in_header=False
    )
)
add_destination(
    Destination(_("People"), "people:directory", icon="people", order=72, in_header=False)
)
