"""Who is summoned, who is not, who counts. No model here holds a time or an order of a single person's act."""

from django.db import models

from guong.core.eligibility import OffRoll
from guong.office.conferences.models.conference import Conference


class RollEntry(models.Model):
    """A person summoned. ``present`` is all that is known about attendance: no time, no channel.

    ``person`` is empty once the names of the roll have ended (`services.end_names`); the line then only counts.
    """

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="roll")
    person = models.ForeignKey("registry.Person", on_delete=models.PROTECT, related_name="+", null=True)
    place = models.PositiveIntegerField()
    printed_name = models.CharField(max_length=200)
    position = models.TextField(blank=True)
    present = models.BooleanField(default=False)

    class Meta:
        ordering = ("place", "pk")
        constraints = (models.UniqueConstraint(fields=("conference", "person"), name="once_on_a_roll"),)

    def __str__(self) -> str:
        return self.printed_name


class OffRollEntry(models.Model):
    """A person of the unit's staff who is not summoned, with the reason in the plan's rules."""

    REASONS = (
        (OffRoll.IS_SUBJECT.value, "người được góp ý"),
        (OffRoll.CONTRACT_STAFF.value, "lao động hợp đồng"),
    )

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="off_roll")
    person = models.ForeignKey("registry.Person", on_delete=models.PROTECT, related_name="+", null=True)
    printed_name = models.CharField(max_length=200)
    position = models.TextField(blank=True)
    reason = models.CharField(max_length=20, choices=REASONS)

    class Meta:
        ordering = ("reason", "printed_name")
        constraints = (models.UniqueConstraint(fields=("conference", "person"), name="once_off_a_roll"),)

    def __str__(self) -> str:
        return self.printed_name


class RollChange(models.Model):
    """A change of the roll after it was built, with the chair who decided it; printed in the minutes."""

    ACTS = (("added", "Bổ sung"), ("removed", "Rút khỏi danh sách"))

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="roll_changes")
    printed_name = models.CharField(max_length=200)
    act = models.CharField(max_length=10, choices=ACTS)
    reason = models.CharField(max_length=300)
    chair_name = models.CharField(max_length=200)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.get_act_display()}: {self.printed_name}"


class BoardMember(models.Model):
    """A person named in the decision on the counting board, or the witness. They need no account.

    Who keeps a key envelope may choose a number for confirming (``pin_digest``, see `conferences.pins`; empty: none yet).
    ``wrong_pins`` counts wrong attempts since; ``pin_late``: it was chosen, or chosen again, after the opening.
    """

    HEAD, CLERK, MEMBER, WITNESS = "head", "clerk", "member", "witness"
    ROLES = (
        (HEAD, "Tổ trưởng"),
        (CLERK, "Thư ký tổ"),
        (MEMBER, "Thành viên"),
        (WITNESS, "Đại biểu chứng kiến"),
    )

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="board")
    role = models.CharField("Nhiệm vụ", max_length=10, choices=ROLES)
    full_name = models.CharField("Họ và tên", max_length=200)
    organisation = models.CharField("Đơn vị công tác", max_length=200, blank=True)
    pin_digest = models.CharField(max_length=64, blank=True)
    wrong_pins = models.PositiveSmallIntegerField(default=0)
    pin_late = models.BooleanField(default=False)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.full_name
