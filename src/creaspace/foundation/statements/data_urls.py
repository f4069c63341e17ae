from django.urls import path

from creaspace.foundation.statements import record_views

app_name = "data"
urlpatterns = [path("<str:label>/<slug:slug>.json", record_views.record_data, name="record")]
