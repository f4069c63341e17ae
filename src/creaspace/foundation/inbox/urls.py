from django.urls import path

from creaspace.foundation.inbox import views

app_name = "inbox"
urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("read/", views.read_all, name="read_all"),
    path("<int:pk>/open/", views.notice_open, name="notice_open"),
    path("outbox/", views.outbox, name="outbox"),
    path("outbox/<int:pk>/again/", views.mail_again, name="mail_again"),
]
