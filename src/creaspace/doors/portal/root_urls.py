"""Addresses that search engines look for at the root, without a language."""

from django.urls import path

from creaspace.doors.portal import views

urlpatterns = [
    path("robots.txt", views.robots, name="robots"),
    path("opensearch.xml", views.opensearch, name="opensearch"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("sitemap-<slug:section>.xml", views.sitemap_section, name="sitemap_section"),
]
