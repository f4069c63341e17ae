from django.urls import path

from creaspace.foundation.vocabularies import views

app_name = "vocabularies"
urlpatterns = [
    path("", views.schemes, name="list"),
    path("<slug:slug>/", views.scheme, name="scheme"),
    path("<slug:slug>.json", views.scheme_json, name="scheme_json"),
]
