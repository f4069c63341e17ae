from django.urls import path

from creaspace.foundation.places import views

app_name = "places"
urlpatterns = [
    path("", views.places, name="list"),
    path("country-sets/<slug:slug>.json", views.country_set_json, name="country_set_json"),
    path("country-sets/<slug:slug>/", views.country_set, name="country_set"),
]
