"""Saving a search, and changing what was saved."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from creaspace.atlas.spaces.asking import AtlasQuery
from creaspace.atlas.spaces.browsing.addresses import filters_text
from creaspace.atlas.spaces.models import SavedSearch
from creaspace.foundation.people.models import Person


class SearchForm(forms.ModelForm[SavedSearch]):
    class Meta:
        model = SavedSearch
        fields = ("name", "rhythm")
        labels = {"name": _("Name of this search"), "rhythm": _("Notice of new spaces")}
        widgets = {"rhythm": forms.RadioSelect}
        help_texts = {"rhythm": _("A notice appears on your desk only when something is new.")}


class NewSearchForm(SearchForm):
    """With the question itself, as the atlas wrote it behind the question mark."""

    filters = forms.CharField(required=False, max_length=4_000, widget=forms.HiddenInput)

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_filters(self) -> str:
        """Only what the atlas understands, in its own order; each question can be saved once."""
        filters = filters_text(AtlasQuery.read(QueryDict(self.cleaned_data["filters"])))
        field = SavedSearch._meta.get_field("filters")
        if len(filters) > (field.max_length or 0):
            raise ValidationError(
                _("This search has too many parts. Take some away, then save it.")
            )
        if SavedSearch.objects.visible_to(self.person).filter(filters=filters).exists():
            raise ValidationError(_("You have saved this search already."))
        return filters
