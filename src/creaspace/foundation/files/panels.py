"""What pictures add to pages below: the one that chats show beside a link to the page."""

from typing import Any

from django.http import HttpRequest

from creaspace.core.panels import panel
from creaspace.foundation.files.cards import HEIGHT, WIDTH
from creaspace.foundation.files.sharing import picture_address


@panel("core.share", order=10, template="files/share.html")
def share_picture(request: HttpRequest, record: Any) -> dict[str, Any]:
    """The record's own picture, or that of the list or page where one is."""
    return {"address": picture_address(record, request.path), "width": WIDTH, "height": HEIGHT}
