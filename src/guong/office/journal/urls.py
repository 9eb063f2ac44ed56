"""Addresses of the room."""

from django.urls import URLPattern

app_name = "journal"

urlpatterns: list[URLPattern] = []
