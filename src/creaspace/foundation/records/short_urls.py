from django.urls import path

from creaspace.foundation.records import views

app_name = "records"
urlpatterns = [path("s/<str:name>", views.short_link, name="short_link")]
