"""Addresses of the room."""

from django.urls import path

from guong.office.paperpolls import views

app_name = "paperpolls"

urlpatterns = [
    path("", views.poll_list, name="list"),
    path("moi/", views.new, name="new"),
    path("<slug:key>/", views.poll, name="poll"),
    path("<slug:key>/phieu.pdf", views.sheets, name="sheets"),
    path("<slug:key>/kiem-dem/", views.count, name="count"),
    path("<slug:key>/dem-lai/", views.again, name="again"),
    path("<slug:key>/nhap/", views.key_in, name="key"),
    path("<slug:key>/bien-ban/", views.minutes, name="minutes"),
    path("<slug:key>/huy/", views.give_up, name="give-up"),
]
