from django.utils.translation import gettext_lazy as _

from creaspace.core.navigation import Destination, add_destination

add_destination(Destination(_("About"), "portal:about", icon="info", order=95, in_header=False))
