"""Addresses of the room."""

from django.urls import path

from guong.office.release.views import closing, corrections, export, people, report, rounds, steps

app_name = "release"

urlpatterns = [
    path("", people.result_list, name="list"),
    path("dot/<str:key>/", rounds.round_page, name="round"),
    path("dot/<str:key>/van-ban/", rounds.round_papers, name="round_papers"),
    path("dot/<str:key>/so-lieu/", export.export, name="export"),
    path("dot/<str:key>/bao-cao/", report.report, name="report"),
    path("dot/<str:key>/bao-cao/ban-in/", report.printed, name="report_printed"),
    path("dot/<str:key>/bao-cao/loi-van/", report.words, name="report_words"),
    path("dot/<str:key>/thong-bao/", rounds.announcement, name="announcement"),
    path("dot/<str:key>/cong-bo/", steps.steps, name="steps"),
    path("dot/<str:key>/cong-bo/buoc/", steps.advance, name="advance"),
    path("dot/<str:key>/ket-thuc/", closing.closing, name="closing"),
    path("dot/<str:key>/cong-bo/lui/", steps.back, name="back"),
    path("<str:key>/<str:subject_key>/", people.result, name="result"),
    path("<str:key>/<str:subject_key>/tong-hop/", people.summary, name="summary"),
    path("<str:key>/<str:subject_key>/bien-ban/", people.minutes, name="minutes"),
    path("<str:key>/<str:subject_key>/buoc/", steps.advance_person, name="advance_person"),
    path("<str:key>/<str:subject_key>/mo-lai/", steps.reopen, name="reopen"),
    path("<str:key>/<str:subject_key>/dinh-chinh/", corrections.correction, name="correction"),
]
