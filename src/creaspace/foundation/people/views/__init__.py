"""The pages of this room: organisations, the directory, oneself, one-time links."""

from creaspace.foundation.people.views.handover import bare_handover, handover, welcome
from creaspace.foundation.people.views.links import (
    link_detail,
    link_qr,
    link_withdraw,
    links,
    own_device,
)
from creaspace.foundation.people.views.me import (
    consents,
    data_download,
    erase,
    me,
    second_factor_page,
)
from creaspace.foundation.people.views.organisations import (
    member_link,
    members,
    membership_end,
    organisation,
    organisations,
)
from creaspace.foundation.people.views.persons import directory, person

__all__ = [
    "bare_handover",
    "consents",
    "data_download",
    "directory",
    "erase",
    "handover",
    "link_detail",
    "link_qr",
    "link_withdraw",
    "links",
    "me",
    "member_link",
    "members",
    "membership_end",
    "organisation",
    "organisations",
    "own_device",
    "person",
    "second_factor_page",
    "welcome",
]
