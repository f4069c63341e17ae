from django.contrib import admin

from creaspace.foundation.records.read_only import ReadOnly
from creaspace.programme.consultation.models import Illustration, Question


@admin.register(Question)
class QuestionAdmin(ReadOnly, admin.ModelAdmin[Question]):
    list_display = ["label", "kind", "programme", "position"]
    list_select_related = ["programme"]


@admin.register(Illustration)
class IllustrationAdmin(ReadOnly, admin.ModelAdmin[Illustration]):
    list_display = ["question", "space", "relation", "about"]
    list_select_related = ["question__concept", "space"]
