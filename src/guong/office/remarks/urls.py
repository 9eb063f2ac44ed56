"""Addresses of the room."""

from django.urls import path

from guong.office.remarks.views import desks, digest, work

app_name = "remarks"

_PERSON = "<str:key>/<str:subject_key>/"

urlpatterns = [
    path("", desks.desk_list, name="list"),
    path(_PERSON, desks.desk, name="desk"),
    path(f"{_PERSON}nhan/", desks.take, name="take"),
    path(f"{_PERSON}thoi/", desks.leave, name="leave"),
    path(f"{_PERSON}y-kien/", work.work, name="work"),
    path(f"{_PERSON}y-kien/<uuid:remark>/", work.propose, name="propose"),
    path(f"{_PERSON}y-kien/<uuid:remark>/dong-y/", work.agree, name="agree"),
    path(f"{_PERSON}y-kien/<uuid:remark>/tra-lai/", work.give_back, name="give_back"),
    path(f"{_PERSON}tong-hop/", digest.digest, name="digest"),
    path(f"{_PERSON}chu-de/", digest.rename, name="rename"),
    path(f"{_PERSON}de-nghi-ket-thuc/", digest.ask_for_end, name="ask_for_end"),
    path(f"{_PERSON}ket-thuc/", digest.end, name="end"),
]
