"""Addresses of the room."""

from django.urls import path

from guong.office.conferences.views import casting, conference, desk, hall, poll, roll, screen, second_person

app_name = "conferences"

urlpatterns = [
    path("", conference.conference_list, name="list"),
    path("moi/", conference.new_conference, name="new"),
    path("<slug:key>/", conference.detail, name="detail"),
    path("<slug:key>/to-kiem-phieu/", conference.board, name="board"),
    path("<slug:key>/to-kiem-phieu/ma-xac-nhan/", second_person.pins, name="pins"),
    path("<slug:key>/danh-sach/", roll.roll, name="roll"),
    path("<slug:key>/danh-sach/lap/", roll.build, name="roll-build"),
    path("<slug:key>/danh-sach/chot/", roll.agree, name="roll-agree"),
    path("<slug:key>/danh-sach/bo-sung/", roll.add, name="roll-add"),
    path("<slug:key>/danh-sach/rut/", roll.remove, name="roll-remove"),
    path("<slug:key>/hom-phieu/", poll.poll, name="poll"),
    path("<slug:key>/hom-phieu/lap/", poll.make_request, name="request-make"),
    path("<slug:key>/hom-phieu/yeu-cau.json", poll.request_file, name="request-file"),
    path("<slug:key>/hom-phieu/khoa/", poll.take_keys, name="keys"),
    path("<slug:key>/hom-phieu/huy/", poll.start_over, name="start-over"),
    path("<slug:key>/in/", poll.printing, name="printing"),
    path("<slug:key>/in/danh-sach-ky-nhan/", poll.file_attendance_list, name="attendance-list"),
    path("<slug:key>/in/phieu-giay/<slug:subject_key>.pdf", poll.ballot_sheet, name="ballot-sheet"),
    path("<slug:key>/in/xac-nhan/", poll.confirm_printed, name="printed"),
    path("<slug:key>/mo/", casting.opening, name="opening"),
    path("<slug:key>/mo/bat-dau/", casting.open_poll, name="open"),
    path("<slug:key>/mo/khong-https/", poll.decide_plain_http, name="plain-http"),
    path("<slug:key>/hoi-truong/", hall.hall, name="hall"),
    path("<slug:key>/hoi-truong/tam-dung/", casting.pause, name="pause"),
    path("<slug:key>/hoi-truong/diem-danh/", hall.attendance, name="attendance"),
    path("<slug:key>/hoi-truong/phieu-giay/", hall.paper_set, name="paper-set"),
    path("<slug:key>/hoi-truong/gio/", desk.moment, name="moment"),
    path("<slug:key>/hoi-truong/cach-ghi/", desk.attendance_way, name="attendance-way"),
    path("<slug:key>/hoi-truong/tong-so/", desk.desk_totals, name="desk-totals"),
    path("<slug:key>/hoi-truong/su-viec/", desk.incident, name="incident"),
    path("<slug:key>/hoi-truong/the/", hall.slip, name="slip"),
    path("<slug:key>/man-hinh/", screen.link, name="screen"),
    path("<slug:key>/man-hinh/da-nhan-du/", screen.expected, name="screen-expected"),
    path("chieu/<int:number>/<str:code>/", screen.screen, name="hall-screen"),
    path("<slug:key>/xac-nhan/nho/", second_person.ask, name="ask"),
    path("<slug:key>/xac-nhan/thoi/", second_person.withdraw, name="withdraw"),
    path("<slug:key>/xac-nhan/", second_person.confirm, name="confirm"),
    path("<slug:key>/ket-thuc/", casting.closing, name="closing"),
    path("<slug:key>/ket-thuc/chot/", casting.close, name="close"),
]
