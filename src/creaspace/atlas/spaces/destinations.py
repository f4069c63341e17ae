from django.utils.translation import gettext_lazy as _

from creaspace.core.navigation import Destination, add_destination

add_destination(Destination(_("Atlas"), "spaces:list", icon="map-pin", order=20, on_phone=True))
