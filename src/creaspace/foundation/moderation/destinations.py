from django.utils.translation import gettext_lazy as _

from creaspace.core.navigation import Destination, add_destination

add_destination(
    Destination(_("Requests and decisions"), "moderation:log", "flag", 95, in_header=False)
)
