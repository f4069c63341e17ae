"""The bare address of a one-time link: short, and the same for readers of every language."""

from django.urls import path

from creaspace.foundation.people import views

app_name = "handover"
urlpatterns = [path("h/<str:token>", views.bare_handover, name="bare")]
