"""What the register keeps of a poll on paper alone: its list, the hall's count, the agreed tally. Never a single sheet."""

import uuid

from django.db import models


def new_key() -> str:
    """Return a fresh opaque key: 32 hexadecimal digits."""
    return uuid.uuid4().hex


class PaperPoll(models.Model):
    """A poll of one unit. ``board`` holds the counting board's names, its head first; ``minutes_number`` is the newest
    minutes' printed number, ``void_reason`` says why the poll was given up; both empty before."""

    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    unit = models.ForeignKey("registry.Unit", on_delete=models.PROTECT, related_name="paper_polls")
    title = models.CharField("Nội dung bỏ phiếu", max_length=200)
    held_on = models.DateField("Ngày bỏ phiếu")
    place = models.CharField("Địa điểm", max_length=200)
    kind = models.CharField("Loại", max_length=12)
    seats = models.PositiveSmallIntegerField("Số lượng cần bầu", default=0)
    base = models.CharField("Quá một nửa của", max_length=12)
    summoned = models.PositiveIntegerField("Số người được triệu tập")
    issuer = models.CharField("Tổ chức bỏ phiếu", max_length=200)
    superior = models.CharField("Cấp trên", max_length=200, blank=True)
    locality = models.CharField("Địa danh", max_length=80, blank=True)
    chair_name = models.CharField("Chủ trì", max_length=200)
    clerk_name = models.CharField("Thư ký", max_length=200)
    witness_name = models.CharField("Đại biểu chứng kiến", max_length=200)
    board = models.JSONField("Tổ kiểm phiếu", default=list)
    keyed_again = models.PositiveSmallIntegerField(default=0)
    minutes_number = models.CharField(max_length=60, blank=True)
    void_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("-held_on", "-pk")
        verbose_name = "bỏ phiếu giấy tại chỗ"
        verbose_name_plural = "bỏ phiếu giấy tại chỗ"

    def __str__(self) -> str:
        return self.title


class PollLine(models.Model):
    """A name or a question on the sheet; ``votes`` are its agreed numbers, empty before two people agree."""

    poll = models.ForeignKey(PaperPoll, on_delete=models.CASCADE, related_name="lines")
    place = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=150)
    votes = models.JSONField(default=list)

    class Meta:
        ordering = ("place",)
        constraints = (models.UniqueConstraint(fields=("poll", "place"), name="one_line_a_place"),)

    def __str__(self) -> str:
        return self.text


class SheetsCounted(models.Model):
    """People and sheets as the board counted them; the fields of `guong.core.paper_poll.counting.HallCount`."""

    poll = models.OneToOneField(PaperPoll, on_delete=models.CASCADE, related_name="sheets_counted")
    summoned = models.PositiveIntegerField()
    present = models.PositiveIntegerField()
    handed_out = models.PositiveIntegerField()
    returned = models.PositiveIntegerField()
    valid = models.PositiveIntegerField()
    no_stamp = models.PositiveIntegerField()
    blank = models.PositiveIntegerField()
    too_many = models.PositiveIntegerField()
    otherwise = models.PositiveIntegerField()

    def __str__(self) -> str:
        return str(self.returned)


class Keying(models.Model):
    """What one of two people keyed in. ``owed`` are the places of lines to be keyed again; once both agree ``votes`` is
    emptied, so that nobody can look up afterwards who keyed what."""

    poll = models.ForeignKey(PaperPoll, on_delete=models.CASCADE, related_name="keyings")
    keyer_key = models.CharField(max_length=32)
    keyer_name = models.CharField(max_length=200)
    votes = models.JSONField(default=list)
    owed = models.JSONField(default=list)

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("poll", "keyer_key"), name="one_keying_a_person"),)

    def __str__(self) -> str:
        return self.keyer_name
