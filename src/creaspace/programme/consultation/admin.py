from django.contrib import admin

from creaspace.programme.consultation.models import Illustration, Question
from creaspace.programme.programmes.admin import ReadOnlyAdmin


@admin.register(Question)
class QuestionAdmin(ReadOnlyAdmin):
    list_display = ["label", "kind", "programme", "position"]
    list_select_related = ["programme"]


@admin.register(Illustration)
class IllustrationAdmin(ReadOnlyAdmin):
    list_display = ["question", "space", "relation", "about"]
    list_select_related = ["question__concept", "space"]
