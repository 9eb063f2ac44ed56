"""Addresses of the room."""

from django.urls import path

from guong.office.schedule.views import calendar

app_name = "schedule"

urlpatterns = [
    path("", calendar.rounds, name="rounds"),
    path("dot/<slug:key>/", calendar.calendar, name="calendar"),
    path("dot/<slug:key>/lap/", calendar.make, name="make"),
    path("hoi-nghi/<slug:key>/doi-lich/", calendar.move, name="move"),
]
