"""Addresses of the room."""

from django.urls import path

from guong.office.schedule.views import calendar, cancelling, delegates, hall, papers, programme

app_name = "schedule"

urlpatterns = [
    path("", calendar.rounds, name="rounds"),
    path("hom-nay/", hall.today, name="today"),
    path("hom-nay/phieu-viec.pdf", hall.run_sheet, name="run-sheet"),
    path("thu/", hall.rehearse, name="rehearse"),
    path("thu/<slug:key>/xoa/", hall.end_rehearsal, name="end-rehearsal"),
    path("gap-tham/<slug:key>/", calendar.of_draw, name="of-draw"),
    path("dot/<slug:key>/tien-do/", hall.progress, name="progress"),
    path("dot/<slug:key>/giay-to/", papers.of_round, name="papers"),
    path("dot/<slug:key>/giay-to/lap/", papers.file_of_round, name="file-paper"),
    path("dot/<slug:key>/giay-to/nguoi-ky/", papers.write_terms, name="terms"),
    path("hoi-nghi/<slug:key>/chuong-trinh/", programme.programme, name="programme-here"),
    path("hoi-nghi/<slug:key>/giay-to/", papers.of_conference, name="papers-here"),
    path("hoi-nghi/<slug:key>/giay-to/lap/", papers.file_of_conference, name="file-paper-here"),
    path("hoi-nghi/<slug:key>/giay-to/bien-ban/", papers.file_minutes, name="file-minutes"),
    path("hoi-nghi/<slug:key>/giay-to/ho-so.pdf", papers.dossier, name="dossier"),
    path("hoi-nghi/<slug:key>/giay-to/loi-dan.pdf", papers.script, name="script"),
    path("hoi-nghi/<slug:key>/su-viec/", hall.incidents, name="incidents"),
    path("hoi-nghi/<slug:key>/su-viec/ghi/", hall.note_incident, name="note-incident"),
    path("hoi-nghi/<slug:key>/su-viec/xu-ly/", hall.settle_incident, name="settle-incident"),
    path("hoi-nghi/<slug:key>/anh/", hall.photographs, name="photographs"),
    path("hoi-nghi/<slug:key>/anh/them/", hall.add_photograph, name="add-photograph"),
    path("hoi-nghi/<slug:key>/anh/xoa/", hall.remove_photograph, name="remove-photograph"),
    path("hoi-nghi/<slug:key>/anh/<slug:photograph>.jpg", hall.photograph_file, name="photograph"),
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
    path("hoi-nghi/<slug:key>/nguoi-dieu-hanh/", calendar.name_officials, name="officials"),
    path("hoi-nghi/<slug:key>/doi-lich/", calendar.move, name="move"),
    path("hoi-nghi/<slug:key>/huy/", cancelling.cancel, name="cancel"),
    path("hoi-nghi/<slug:key>/huy/the/", cancelling.file_slip_minutes, name="file-slip-minutes"),
]
