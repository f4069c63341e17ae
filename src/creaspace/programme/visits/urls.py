from django.urls import path

from creaspace.programme.visits import views

app_name = "visits"
urlpatterns = [
    path("", views.visit_list, name="list"),
    path("<slug:slug>/", views.visit, name="visit"),
    path("<slug:slug>/calendar.ics", views.calendar, name="calendar"),
]
