from django.urls import path

from creaspace.doors.portal import data_views

app_name = "portal_data"
urlpatterns = [path("search.json", data_views.search, name="search")]
