"""A draw by lot of a round's schools: its frame, who was there, every lot in its order (DESIGN §8).

Everything here is public: times, order and names belong into the minutes. No ballot is near.
"""

from django.db import models
from django.db.models import Q

from guong.core.crockford import new_poll_key


class DrawState(models.TextChoices):
    """Where a draw stands; a void one was given up before its first lot."""

    CHECKING = "checking", "Đang kiểm tra danh sách"
    FROZEN = "frozen", "Đã chốt danh sách"
    DRAWING = "drawing", "Đang gắp thăm"
    DRAWN = "drawn", "Đã gắp thăm xong"
    MINUTED = "minuted", "Đã lập biên bản"
    VOID = "void", "Đã huỷ trước khi gắp"


class PersonRole(models.TextChoices):
    """What somebody does at a draw; hands draw the lots, or write the contributions of a computed draw."""

    CHAIR = "chair", "Chủ trì"
    CLERK = "clerk", "Thư ký"
    WITNESS = "witness", "Đại biểu chứng kiến"
    HAND = "hand", "Người gắp thăm"


class LotDraw(models.Model):
    """One draw of a round. ``version`` grows with every change, so that two clerks never overwrite each other.

    While ``frame`` is empty the list is made anew at each look, from the register and from the plan's rules. Frozen, it
    holds the bytes that the code was made of (formats §13), ``eligible_on`` (unit key to ISO date) what they leave out,
    ``rules`` the rule sheet as papers name it.
    """

    key = models.CharField("mã", max_length=10, unique=True, default=new_poll_key, editable=False)
    round = models.ForeignKey("plans.Round", models.PROTECT, related_name="draws", verbose_name="đợt")
    state = models.CharField("tình trạng", max_length=10, choices=DrawState, default=DrawState.CHECKING)
    frame = models.BinaryField(default=bytes)
    eligible_on = models.JSONField(default=dict)
    rules = models.CharField("bộ quy tắc", max_length=200, blank=True)
    lots_printed = models.BooleanField("đã in thăm", default=False)
    place = models.CharField("địa điểm", max_length=200, blank=True)
    began_at = models.DateTimeField("bắt đầu", null=True, blank=True)
    ended_at = models.DateTimeField("kết thúc", null=True, blank=True)
    contributions = models.JSONField("các dòng chữ ngẫu nhiên", default=list)
    remarks = models.TextField("sự việc ghi vào biên bản", blank=True)
    minutes_key = models.CharField("mã biên bản", max_length=32, blank=True)
    notice_key = models.CharField("mã thông báo", max_length=32, blank=True)
    void_reason = models.CharField("lý do huỷ", max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-pk"]
        verbose_name = "gắp thăm"
        verbose_name_plural = "gắp thăm"
        constraints = [
            models.UniqueConstraint(
                fields=["round"], condition=~Q(state=DrawState.VOID), name="one_valid_draw_a_round"
            )
        ]

    def __str__(self) -> str:
        return f"{self.round}: {self.get_state_display()}"


class DrawLevel(models.Model):
    """A level of a frozen list, in the order of the plan; ``closed`` once its lots were read back and confirmed."""

    draw = models.ForeignKey(LotDraw, models.CASCADE, related_name="levels")
    place = models.PositiveSmallIntegerField("thứ tự")
    key = models.CharField("mã cấp học", max_length=32)
    name = models.CharField("tên cấp học", max_length=200)
    to_draw = models.PositiveSmallIntegerField("số trường cần gắp")
    reserves = models.PositiveSmallIntegerField("số trường dự phòng")
    closed = models.BooleanField("đã gắp xong", default=False)

    class Meta:
        ordering = ["place"]
        verbose_name = "cấp học gắp thăm"
        verbose_name_plural = "cấp học gắp thăm"
        constraints = [
            models.UniqueConstraint(fields=["draw", "key"], name="draw_level_once"),
            models.UniqueConstraint(fields=["draw", "place"], name="draw_level_place_once"),
        ]

    def __str__(self) -> str:
        return self.name


class Lot(models.Model):
    """A lot that was drawn: the ``place``-th of its level, counted from 1; reserves follow those drawn."""

    level = models.ForeignKey(DrawLevel, models.CASCADE, related_name="lots")
    place = models.PositiveSmallIntegerField("thứ tự gắp")
    unit_key = models.CharField("mã đơn vị", max_length=40)

    class Meta:
        ordering = ["level__place", "place"]
        verbose_name = "thăm"
        verbose_name_plural = "thăm"
        constraints = [
            models.UniqueConstraint(fields=["level", "place"], name="lot_place_once"),
            models.UniqueConstraint(fields=["level", "unit_key"], name="lot_unit_once"),
        ]

    def __str__(self) -> str:
        return f"{self.place}. {self.unit_key}"


class DrawPerson(models.Model):
    """Somebody named in the minutes of a draw; needs no account."""

    draw = models.ForeignKey(LotDraw, models.CASCADE, related_name="people")
    role = models.CharField("nhiệm vụ", max_length=10, choices=PersonRole)
    full_name = models.CharField("họ và tên", max_length=200)
    post = models.CharField("chức vụ, đơn vị", max_length=200, blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = "người dự gắp thăm"
        verbose_name_plural = "người dự gắp thăm"

    def __str__(self) -> str:
        return self.full_name


class Correction(models.Model):
    """A lot that the clerk had ticked wrongly and took back before the level was closed; printed in the minutes."""

    level = models.ForeignKey(DrawLevel, models.CASCADE, related_name="corrections")
    place = models.PositiveSmallIntegerField("thứ tự gắp")
    unit_key = models.CharField("mã đơn vị", max_length=40)

    class Meta:
        ordering = ["pk"]
        verbose_name = "lần ghi nhầm"
        verbose_name_plural = "lần ghi nhầm"

    def __str__(self) -> str:
        return f"{self.place}. {self.unit_key}"


class Replacement(models.Model):
    """A reserve that takes the place of a drawn school by a recorded decision, strictly in the order of reserves."""

    level = models.ForeignKey(DrawLevel, models.CASCADE, related_name="replacements")
    out_key = models.CharField("mã trường được thay", max_length=40)
    in_key = models.CharField("mã trường dự phòng", max_length=40)
    reason = models.CharField("lý do", max_length=300)
    decided_by = models.CharField("người quyết định", max_length=200)
    decided_on = models.DateField("ngày quyết định")
    paper_key = models.CharField("mã biên bản", max_length=32, blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = "thay trường trúng thăm"
        verbose_name_plural = "thay trường trúng thăm"
        constraints = [
            models.UniqueConstraint(fields=["level", "out_key"], name="replaced_once"),
            models.UniqueConstraint(fields=["level", "in_key"], name="reserve_used_once"),
        ]

    def __str__(self) -> str:
        return f"{self.out_key} → {self.in_key}"
