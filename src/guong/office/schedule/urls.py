"""Addresses of the room."""

from django.urls import path

from guong.office.schedule.views import calendar, delegates

app_name = "schedule"

urlpatterns = [
    path("", calendar.rounds, name="rounds"),
    path("dot/<slug:key>/", calendar.calendar, name="calendar"),
    path("dot/<slug:key>/lap/", calendar.make, name="make"),
    path("dot/<slug:key>/tham-du/", delegates.of_round, name="delegates"),
    path("dot/<slug:key>/tham-du/cu/", delegates.send, name="send"),
    path("dot/<slug:key>/tham-du/to-kiem-phieu/", delegates.copy_board, name="copy-board"),
    path("dot/<slug:key>/tham-du/de-xuat/", delegates.propose_observers, name="propose-observers"),
    path("dot/<slug:key>/tham-du/nhan/", delegates.accept_observers, name="accept-observers"),
    path("hoi-nghi/<slug:key>/tham-du/", delegates.of_conference, name="delegates-here"),
    path("hoi-nghi/<slug:key>/tham-du/cu/", delegates.send_here, name="send-here"),
    path("hoi-nghi/<slug:key>/tham-du/thoi/", delegates.dismiss, name="dismiss"),
    path("hoi-nghi/<slug:key>/doi-lich/", calendar.move, name="move"),
]
