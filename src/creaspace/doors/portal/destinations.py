from django.utils.translation import gettext_lazy as _

from creaspace.core.navigation import Destination, add_destination

add_destination(
    Destination(
        _("Home"),
        "portal:home",
        icon="home",
        order=0,
        on_phone=True,
        in_header=False,
        stands_alone=True,
    )
)
add_destination(
    Destination(
        _("Search"), "portal:search", icon="search", order=35, on_phone=True, in_header=False
    )
)
add_destination(
    Destination(
        _("Desk"),
        "portal:desk",
        icon="desk",
        order=38,
        on_phone=True,
        in_header=False,
        personal=True,
    )
)
add_destination(Destination(_("About"), "portal:about", icon="info", order=95, in_header=False))
