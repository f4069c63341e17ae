"""What is wrong with a position or a postal code, in the reader's language, for forms."""

from django.utils.translation import gettext as _

from creaspace.foundation.places.addresses import WrongPostalCode
from creaspace.foundation.places.coordinates import PositionError


def position_problem(error: PositionError) -> str:
    """The value and what to do; for values no form sends, the error's own English words."""
    wordings = {
        "latitude_no_number": _("The latitude “%(value)s” is not a number."),
        "longitude_no_number": _("The longitude “%(value)s” is not a number."),
        "latitude_out_of_range": _(
            "The latitude %(value)s does not lie between -90 and 90. Are latitude and longitude"
            " swapped?"
        ),
        "longitude_out_of_range": _("The longitude %(value)s does not lie between -180 and 180."),
        "null_island": _(
            "The position %(value)s lies in the sea off Africa. Leave it empty if it is not known."
        ),
    }
    wording = wordings.get(error.code)
    return wording % {"value": error.value} if wording else str(error)


def postal_code_problem(error: WrongPostalCode, country: str) -> str:
    """`country` is its name in the reader's language."""
    return _("“%(code)s” is not a postal code of %(country)s. Write it as in %(example)s.") % {
        "code": error.code,
        "country": country,
        "example": error.example,
    }
