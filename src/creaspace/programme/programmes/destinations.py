from django.utils.translation import gettext_lazy as _

from creaspace.core.navigation import Destination, add_destination

add_destination(
    Destination(_("Programmes"), "programmes:list", icon="programme", order=30, on_phone=True)
)
