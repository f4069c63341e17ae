"""Asking something about a record, and deciding on it."""

from collections.abc import Collection
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from creaspace.foundation.moderation.models import GROUNDS, Decision, Request
from creaspace.foundation.statements.fields import grouped_fields

REASON_IS_PUBLIC = _(
    "Whoever asked reads it, and it stands in the public log. Name no private person."
)


class AskForm(forms.Form):
    """What is wrong, missing or wished; only the words are needed."""

    use_required_attribute = False  # our own words say what is missing, beside the field

    kind = forms.ChoiceField(
        label=_("What do you ask?"),
        choices=Request.Kind.choices,
        widget=forms.RadioSelect,
        initial=Request.Kind.CORRECT,
    )
    speaks_for = forms.BooleanField(
        label=_("I speak for it: I run it, work there, or was asked to write"), required=False
    )
    field = forms.ChoiceField(label=_("Which detail?"), required=False)
    words = forms.CharField(
        label=_("In your words"),
        help_text=_("In any language. Say what is wrong or missing, or what you wish and why."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    proposed = forms.CharField(label=_("What should it say?"), required=False, max_length=2000)
    evidence = forms.CharField(
        label=_("How do you know?"),
        help_text=_("A page, a visit, you work there."),
        required=False,
        max_length=1000,
    )
    contact = forms.CharField(
        label=_("How can we reach you?"),
        help_text=_(
            "Only whoever decides sees this. It is erased twelve months after the request is "
            "closed. You can follow the request without it."
        ),
        required=False,
        max_length=200,
    )
    website = forms.CharField(  # people do not see it; programs that fill in everything do
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def __init__(self, *args: Any, label: str, told: Collection[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "ask_%s", **kwargs})
        _choice(self, "field").choices = [("", _("Something else")), *_details(label, told)]

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise forms.ValidationError(_("Leave this field empty; it is there for programs."))
        return ""

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("kind") in {Request.Kind.HIDE, Request.Kind.REMOVE} and not said["speaks_for"]:
            self.add_error(
                "speaks_for",
                _(
                    "Hiding and removing are for those who speak for it. Tick this, "
                    "or choose to correct something."
                ),
            )
        said.pop("website", None)
        return said


class FindForm(forms.Form):
    """The reference code of a request."""

    code = forms.CharField(label=_("Reference code"), max_length=40)

    def clean_code(self) -> str:
        """As it was given, whatever spaces and capitals came in when it was copied."""
        return "".join(filter(str.isalnum, str(self.cleaned_data["code"]))).lower()


class DecideForm(forms.Form):
    """Accept or decline, with a ground and a reason that everybody can read."""

    use_required_attribute = False  # our own words say what is missing, beside the field

    outcome = forms.ChoiceField(
        label=pgettext_lazy("request", "Decision"),
        choices=[
            (Decision.Outcome.ACCEPTED, pgettext_lazy("request", "Accept")),
            (Decision.Outcome.DECLINED, pgettext_lazy("request", "Decline")),
        ],
        widget=forms.RadioSelect,
    )
    ground = forms.ChoiceField(label=pgettext_lazy("request", "Ground"))
    reason = forms.CharField(
        label=_("Reason, in one or two sentences"),
        help_text=REASON_IS_PUBLIC,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choice(self, "ground").choices = [
            ("", _("Choose one")),
            (_("To accept"), _grounds(Decision.Outcome.ACCEPTED)),
            (_("To decline"), _grounds(Decision.Outcome.DECLINED)),
        ]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        outcome, ground = said.get("outcome", ""), said.get("ground", "")
        if outcome and ground and ground not in GROUNDS[outcome]:
            self.add_error("ground", _("Choose a ground that fits the decision."))
        return said


class UndoForm(forms.Form):
    """Take a decision back."""

    use_required_attribute = False  # our own words say what is missing, beside the field

    ground = forms.ChoiceField(label=pgettext_lazy("request", "Ground"))
    reason = forms.CharField(
        label=_("Reason, in one or two sentences"),
        help_text=REASON_IS_PUBLIC,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choice(self, "ground").choices = _grounds(Decision.Outcome.UNDONE)


def _choice(form: forms.Form, name: str) -> forms.ChoiceField:
    return cast(forms.ChoiceField, form.fields[name])


def _details(label: str, told: Collection[str]) -> list[Any]:
    """What this record has or any of its kind may have, under headings where the room has some."""
    listed: list[Any] = []
    for heading, fields in grouped_fields(label, told):
        words = [(each.name, each.label) for each in fields]
        listed += [(heading, words)] if heading else words
    return listed


def _grounds(outcome: str) -> list[tuple[str, str]]:
    words = dict(Decision.Ground.choices)
    return [(name, str(words[name])) for name in GROUNDS[outcome]]
