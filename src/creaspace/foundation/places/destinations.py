from django.utils.translation import gettext_lazy as _

from creaspace.core.navigation import Destination, add_destination

add_destination(Destination(_("Places"), "places:list", "globe", 91, in_header=False))
