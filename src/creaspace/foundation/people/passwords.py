"""Which passwords are refused: Django's four checks, announced in one sentence of ours."""

from typing import Any

from django.contrib.auth import password_validation as checks
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


class GoodPassword:
    """Too short, too common, figures only, or like one's name: everything wrong is said at once."""

    def __init__(self) -> None:
        self.length = checks.MinimumLengthValidator()
        self.checks: list[Any] = [
            checks.UserAttributeSimilarityValidator(
                user_attributes=("sign_in_name", "email", "name_native", "name_latin")
            ),
            self.length,
            checks.CommonPasswordValidator(),
            checks.NumericPasswordValidator(),
        ]

    def validate(self, password: str, user: Any = None) -> None:
        faults: list[ValidationError] = []
        for check in self.checks:
            try:
                check.validate(password, user)
            except ValidationError as fault:
                faults.append(fault)
        if faults:
            raise ValidationError(faults)

    def get_help_text(self) -> str:
        return _(
            "At least %(length)d signs; no common password, not only figures, not like your name."
        ) % {"length": self.length.min_length}
