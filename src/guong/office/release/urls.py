"""Addresses of the room."""

from django.urls import path

from guong.office.release.views import (
    closing,
    corrections,
    export,
    imported,
    people,
    report,
    rounds,
    steps,
)

app_name = "release"

urlpatterns = [
    path("", people.result_list, name="list"),
    path("nam-truoc/", imported.earlier, name="earlier"),
    path("nam-truoc/mau/<slug:kind>/", imported.template, name="earlier_template"),
    path("nam-truoc/xem/<int:number>/", imported.preview, name="earlier_preview"),
    path("nam-truoc/xem/<int:number>/bo/", imported.throw_away, name="earlier_throw"),
    path("nam-truoc/da-nhap/<int:number>/go/", imported.take_out, name="earlier_out"),
    path("dot/<str:key>/", rounds.round_page, name="round"),
    path("dot/<str:key>/van-ban/", rounds.round_papers, name="round_papers"),
    path("dot/<str:key>/so-lieu/", export.export, name="export"),
    path("dot/<str:key>/bao-cao/", report.report, name="report"),
    path("dot/<str:key>/bao-cao/da-luu/", report.report_file, name="report_file"),
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
    path("<str:key>/<str:subject_key>/lui/", steps.back_person, name="back_person"),
    path("<str:key>/<str:subject_key>/mo-lai/", steps.reopen, name="reopen"),
    path("<str:key>/<str:subject_key>/dinh-chinh/", corrections.correction, name="correction"),
]
