from django.urls import path

from creaspace.foundation.statements import views

app_name = "statements"
urlpatterns = [
    path("", views.source_list, name="sources"),
    path("<slug:slug>/", views.source_detail, name="source"),
]
