from django.utils.translation import gettext_lazy as _

from creaspace.core.navigation import Destination, add_destination

add_destination(Destination(_("Pictures"), "files:credits", "file", 90, in_header=False))
