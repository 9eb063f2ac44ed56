"""Addresses of the room."""

from django.urls import URLPattern

app_name = "papers"

urlpatterns: list[URLPattern] = []
