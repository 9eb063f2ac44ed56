"""Addresses of the room."""

from django.urls import path

from guong.office.feedback.views import own, replies

app_name = "feedback"

urlpatterns = [
    path("", own.mine, name="mine"),
    path("trao-doi/", replies.reply_list, name="replies"),
    path("trao-doi/<uuid:reply>/", replies.answer, name="answer"),
    path("<str:key>/<str:subject_key>/", own.result, name="result"),
    path("<str:key>/<str:subject_key>/thong-bao/", own.notice, name="notice"),
    path("<str:key>/<str:subject_key>/da-nhan/", own.acknowledge, name="acknowledge"),
    path("<str:key>/<str:subject_key>/tu-danh-gia/", own.reflect, name="reflect"),
    path("<str:key>/<str:subject_key>/trao-doi/", own.reply, name="reply"),
]
