from django.urls import path

from creaspace.knowledge.publications import views

app_name = "publications"
urlpatterns = [
    path("", views.output_list, name="list"),
    path("<slug:slug>/", views.output, name="output"),
]
