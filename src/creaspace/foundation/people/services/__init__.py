"""What this room does: organisations, consents, one-time links, accounts, demonstration."""

from creaspace.foundation.people.services.accounts import (
    change_profile,
    count_sign_up,
    erase_person,
    take_address,
)
from creaspace.foundation.people.services.consents import (
    give_consent,
    set_consents,
    withdraw_consent,
)
from creaspace.foundation.people.services.demonstration import (
    DemonstrationAccounts,
    clear_demonstration_accounts,
    keep_demonstration_accounts,
    one_time_sign_in_link,
)
from creaspace.foundation.people.services.downloads import own_data
from creaspace.foundation.people.services.links import (
    LinkSpent,
    accept_by_link,
    find_link,
    join_by_link,
    make_invitation,
    make_sign_in_link,
    use_sign_in_link,
    withdraw_link,
)
from creaspace.foundation.people.services.organisations import (
    end_membership,
    keep_membership,
    keep_organisation,
    set_aliases,
)

__all__ = [
    "DemonstrationAccounts",
    "LinkSpent",
    "accept_by_link",
    "change_profile",
    "clear_demonstration_accounts",
    "count_sign_up",
    "end_membership",
    "erase_person",
    "find_link",
    "give_consent",
    "join_by_link",
    "keep_demonstration_accounts",
    "keep_membership",
    "keep_organisation",
    "make_invitation",
    "make_sign_in_link",
    "one_time_sign_in_link",
    "own_data",
    "set_aliases",
    "set_consents",
    "take_address",
    "use_sign_in_link",
    "withdraw_consent",
    "withdraw_link",
]
