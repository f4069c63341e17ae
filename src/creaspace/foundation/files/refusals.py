"""Why a file was not taken, in words that name the file."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


def not_taken(name: str, reason: str, **facts: object) -> ValidationError:
    """The reason a decoder gave, as a sentence about the file."""
    sentences = {
        "empty": _("“%(name)s” is empty. Choose the file again."),
        "too_heavy": _(
            "“%(name)s” has %(megabytes)s MB; the most is %(most)s MB. Save it smaller."
        ),
        "not_a_picture": _(
            "“%(name)s” is no picture that can be read here. Send JPEG, PNG, WebP, GIF or AVIF."
        ),
        "unreadable": _(
            "“%(name)s” is damaged: it begins as %(media_type)s but cannot be read to its end. "
            "Save it again and send the new file."
        ),
        "too_many_pixels": _(
            "“%(name)s” has %(width)s × %(height)s pixels; the most is %(most)s million. "
            "Save it smaller."
        ),
        "too_small": _(
            "“%(name)s” has %(width)s × %(height)s pixels, too few to show. "
            "Send one of at least %(least)s pixels on each side."
        ),
        "too_long": _("“%(name)s” took too long to read, so reading was stopped. Save it smaller."),
        "too_much": _("“%(name)s” needs more memory to read than is allowed. Save it smaller."),
    }
    sentence = sentences.get(reason) or sentences["not_a_picture"]
    return ValidationError(sentence % {"name": name, **facts}, code=reason)
