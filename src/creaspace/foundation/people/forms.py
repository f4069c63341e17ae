"""Forms about oneself, invitations, and allauth's forms in our words."""

from typing import Any, ClassVar

from allauth.account import forms as allauth
from allauth.account.models import EmailAddress
from allauth.mfa.base.forms import AuthenticateForm as AllauthAuthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm as AllauthAddWebAuthnForm
from django import forms
from django.contrib import messages
from django.contrib.auth import authenticate
from django.contrib.auth.forms import BaseUserCreationForm, UserChangeForm
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from creaspace.foundation.people import choices, names
from creaspace.foundation.people.models import Membership, Organisation, Person
from creaspace.foundation.people.models.persons import NAME_TAKEN
from creaspace.foundation.people.wordings import PURPOSES

NAME_HELP = _("You sign in with it. Any script will do: Ana Ejemplo, 示例.")
EMAIL_HELP = _("Nothing here depends on e-mail. Leave it empty if you like.")


class InOurWords:
    """One of allauth's forms: labels as on all our pages, and no label said twice in the field."""

    own_labels: ClassVar = {
        "email": _("E-mail address"),
        "username": _("Sign-in name"),
        "oldpassword": _("Current password"),
        "password1": _("New password"),
        "password2": _("New password once more"),
    }
    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.own_labels.get(name, field.label)


class LoginForm(InOurWords, allauth.LoginForm):  # type: ignore[misc]  # allauth has no types
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("Sign-in name or e-mail address")
        self.fields["password"].help_text = format_html(
            '<a href="{}">{}</a>', reverse("account_reset_password"), _("Password forgotten?")
        )
        self.fields["login"].widget.attrs["autocomplete"] = "username webauthn"


class SignupForm(InOurWords, allauth.SignupForm):  # type: ignore[misc]  # allauth has no types
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].label = _("Password")
        self.fields["username"].help_text = NAME_HELP
        self.fields["email"].help_text = EMAIL_HELP

    def try_save(self, request: HttpRequest) -> tuple[Person | None, HttpResponse | None]:
        """Of two presses at once the second finds the name taken, and its own password fits."""
        try:
            saved: tuple[Person | None, HttpResponse | None] = super().try_save(request)
        except IntegrityError:
            return self._taken_meanwhile(request)
        return saved

    def _taken_meanwhile(self, request: HttpRequest) -> tuple[Person | None, HttpResponse | None]:
        said = self.cleaned_data
        person = authenticate(request, username=said["username"], password=said["password1"])
        if isinstance(person, Person):
            return person, None
        messages.error(request, NAME_TAKEN)
        return None, redirect("account_signup")


class AddEmailForm(InOurWords, allauth.AddEmailForm):  # type: ignore[misc]  # allauth has no types
    pass


class ChangePasswordForm(InOurWords, allauth.ChangePasswordForm):  # type: ignore[misc]  # as above
    pass


class SetPasswordForm(InOurWords, allauth.SetPasswordForm):  # type: ignore[misc]  # as above
    pass


class ResetKeyForm(InOurWords, allauth.ResetPasswordKeyForm):  # type: ignore[misc]  # as above
    pass


class ReauthenticateForm(InOurWords, allauth.ReauthenticateForm):  # type: ignore[misc]  # as above
    pass


class ConfirmLoginCodeForm(InOurWords, allauth.ConfirmLoginCodeForm):  # type: ignore[misc]  # as above
    pass


class SecondFactorForm(InOurWords, AllauthAuthenticateForm):  # type: ignore[misc]  # as above
    pass


class ActivateCodesForm(InOurWords, ActivateTOTPForm):  # type: ignore[misc]  # as above
    pass


def _has_confirmed(person: Person, email: str) -> bool:
    owned = EmailAddress.objects.filter(user=person, email=email.lower(), verified=True)
    return bool(owned.exists())


class LoginCodeForm(InOurWords, allauth.RequestLoginCodeForm):  # type: ignore[misc]  # allauth has no types
    """A code by mail opens an account only through an address its owner has confirmed."""

    _user: Person | None

    def clean_email(self) -> str:
        email: str = super().clean_email()
        if self._user and not _has_confirmed(self._user, email):
            self._user = None
        return email


class ResetPasswordForm(InOurWords, allauth.ResetPasswordForm):  # type: ignore[misc]  # allauth has no types
    """So does a link to choose a new password."""

    users: list[Person]

    def clean_email(self) -> str:
        email: str = super().clean_email()
        self.users = [each for each in self.users if _has_confirmed(each, email)]
        return email


class AddPasskeyForm(AllauthAddWebAuthnForm):  # type: ignore[misc]  # allauth has no types
    """A key is a passkey unless its owner wants it as a second factor only."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name of this key")
        self.fields["name"].help_text = _("To tell your keys apart: my phone, office computer.")
        self.fields["passwordless"].label = _("Signs me in without a password")
        self.fields["passwordless"].help_text = _(
            "The device asks for your finger, face or code. Without it the key is a second factor"
            " beside the password."
        )
        self.fields["passwordless"].initial = True


class JoinForm(forms.ModelForm[Person]):
    """All that a new member must say: what they want to sign in with."""

    class Meta:
        model = Person
        fields = ["sign_in_name", "email"]
        help_texts = {"sign_in_name": NAME_HELP, "email": EMAIL_HELP}
        widgets = {
            "sign_in_name": forms.TextInput(attrs={"autocomplete": "username"}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
        }


class ProfileForm(forms.ModelForm[Person]):
    languages = forms.MultipleChoiceField(
        label=_("Languages you read"), required=False, widget=forms.CheckboxSelectMultiple
    )
    name_script = forms.ChoiceField(label=_("Script of your name"), required=False)
    time_zone = forms.ChoiceField(label=_("Time zone"), required=False)

    class Meta:
        model = Person
        fields = [
            "name_native",
            "name_latin",
            "name_order",
            "name_script",
            "declared_role",
            "languages",
            "time_zone",
        ]
        help_texts = {
            "name_native": _("In your own script: 李例, Ana Ejemplo."),
            "name_latin": _("For readers who cannot read that script: Li Example."),
            "name_order": _("Others see from it which part is the family name."),
        }
        widgets = {
            "name_native": forms.TextInput(attrs={"autocomplete": "name"}),
            "name_order": forms.RadioSelect,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        person: Person = self.instance
        options: dict[str, Any] = {
            "languages": choices.language_choices(person.languages),
            "name_script": [("", _("recognised from the letters")), *choices.script_choices()],
            "time_zone": [("", _("that of my device")), *choices.zone_choices()],
        }
        for name, listed in options.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- declared above
            field.choices = listed

    def clean(self) -> dict[str, Any]:
        """A script nobody chose follows the letters, also when the name changed."""
        cleaned = super().clean() or {}
        if not cleaned.get("name_script"):
            cleaned["name_script"] = names.script_of(cleaned.get("name_native", ""))
        return cleaned


class InvitationForm(forms.Form):
    organisation = forms.ModelChoiceField(
        label=_("Organisation they will belong to"),
        queryset=Organisation.objects.none(),
        required=False,
        empty_label=_("no organisation"),
    )
    membership_role = forms.ChoiceField(
        label=_("In it they are"), choices=Membership.Role, widget=forms.RadioSelect
    )
    declared_role = forms.ChoiceField(
        label=_("They come as"),
        choices=Person.DeclaredRole,
        initial=Person.DeclaredRole.CULTURAL_ACTOR,
    )
    note = forms.CharField(
        label=_("For whom, as a note to yourself"),
        required=False,
        max_length=120,
        help_text=_("Only you see it, in your list of links."),
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["organisation"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 -- declared above
        everything = Organisation.objects.visible_to(person)
        field.queryset = everything if person.is_staff else everything.organised_by(person.pk)
        self.fields["membership_role"].initial = Membership.Role.MEMBER
        if field.queryset.count() == 1:
            field.initial = field.queryset.first()


class ConsentsForm(forms.Form):
    """One box for each purpose; the words agreed to are its help text."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for purpose in PURPOSES:
            self.fields[purpose.name] = forms.BooleanField(
                label=str(purpose.title), help_text=str(purpose.words), required=False
            )

    def agreed(self) -> list[str]:
        return [name for name, value in self.cleaned_data.items() if value]


class EraseForm(forms.Form):
    """Nothing can bring an account back, so the wish is typed in words."""

    WORDS = _("erase my account")

    words = forms.CharField(label=_("Confirm in words"), max_length=100)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].help_text = _("Type: %(words)s") % {"words": self.WORDS}
        self.fields["words"].widget.attrs["autocomplete"] = "off"

    def clean_words(self) -> str:
        words: str = self.cleaned_data["words"]
        if words.strip().casefold() != str(self.WORDS).casefold():
            raise forms.ValidationError(
                _("You typed “%(typed)s”. To erase your account, type: %(words)s"),
                params={"typed": words, "words": self.WORDS},
            )
        return words


class AdminPersonForm(UserChangeForm[Person]):
    class Meta:
        model = Person
        fields = "__all__"


class AdminNewPersonForm(BaseUserCreationForm[Person]):
    class Meta:
        model = Person
        fields = ("sign_in_name",)
