"""Addresses of the room."""

from django.urls import path

from guong.office.counting.views import (
    day_ending,
    day_opening,
    day_receiving,
    days,
    finishing,
    hall,
    left_over,
    overview,
    sealing,
)

app_name = "counting"

urlpatterns = [
    path("", overview.conference_list, name="list"),
    path("ngay-mo/moi/<str:round_key>/", days.arrange, name="day_arrange"),
    path("ngay-mo/<str:key>/", days.day_page, name="day"),
    path("ngay-mo/<str:key>/thong-tin/", days.change, name="day_change"),
    path("ngay-mo/<str:key>/nhan/", day_receiving.receive, name="day_receive"),
    path("ngay-mo/<str:key>/ban-giao/", day_receiving.hand_over, name="day_hand_over"),
    path("ngay-mo/<str:key>/khong-mo/<str:conference_key>/", day_receiving.leave_shut, name="day_leave_shut"),
    path("ngay-mo/<str:key>/mo/", day_opening.open_together, name="day_open"),
    path("ngay-mo/<str:key>/hom-phieu/", day_opening.boxes, name="day_boxes"),
    path("ngay-mo/<str:key>/bien-ban-mo/", day_opening.minutes, name="day_minutes"),
    path("ngay-mo/<str:key>/ho-so/", day_ending.bundle, name="day_bundle"),
    path("ngay-mo/<str:key>/ho-so/<str:code>/", day_ending.bundle_file, name="day_bundle_file"),
    path("ngay-mo/<str:key>/huy-chia-khoa/", day_ending.destroy, name="day_destroy"),
    path("ngay-mo/<str:key>/luu-tru/", day_ending.archive, name="day_archive"),
    path("ngay-mo/<str:key>/huy-phieu/", day_ending.ballots, name="day_ballots"),
    path("<str:key>/", overview.conference_page, name="conference"),
    path("<str:key>/dem-tay/", hall.hand, name="hand"),
    path("<str:key>/dem-lai/", hall.recount, name="recount"),
    path("<str:key>/the-con-lai/", left_over.left_over, name="left_over"),
    path("<str:key>/phieu-giay/", hall.sheets, name="sheets"),
    path("<str:key>/doi-chieu/", hall.reconcile, name="reconcile"),
    path("<str:key>/niem-phong/", sealing.seal, name="seal"),
    path("<str:key>/hom-phieu/", sealing.box, name="box"),
    path("<str:key>/bien-ban-niem-phong/", sealing.minutes, name="sealing_minutes"),
    path("<str:key>/ket-qua/", finishing.import_result, name="import"),
    path("<str:key>/ho-so/", finishing.bundle, name="bundle"),
    path("<str:key>/ho-so/tep/", finishing.bundle_file, name="bundle_file"),
    path("<str:key>/huy-chia-khoa/", finishing.destroy, name="destroy"),
]
