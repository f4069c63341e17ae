from django.utils.translation import gettext_lazy as _

from creaspace.core.navigation import Destination, add_destination

add_destination(Destination(_("Questions"), "consultation:list", icon="question", order=45))
