from django.urls import re_path

from creaspace.foundation.records import views

app_name = "records"
urlpatterns = [re_path(r"^s/(?P<name>[-\w]+)$", views.short_link, name="short_link")]
