from django.urls import path

from creaspace.programme.workshops import views

app_name = "workshops"
urlpatterns = [
    path("", views.workshop_list, name="list"),
    path("<slug:slug>/", views.workshop, name="workshop"),
]
