"""Addresses of the room."""

from django.urls import URLPattern

app_name = "paperdesk"

urlpatterns: list[URLPattern] = []
