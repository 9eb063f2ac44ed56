"""What the desk notes in the hall: totals, incidents, counts; never anything about a single person."""

from django.db import models

from guong.core.hall_hour import Moment
from guong.core.preflight import Check
from guong.office.conferences.models.conference import Conference


class Incident(models.Model):
    """Something that happened in the hall and goes into the minutes; never about how anybody voted."""

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="incidents")
    text = models.CharField("Sự việc", max_length=500)
    settled = models.CharField("Cách xử lý", max_length=500, blank=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.text


class DeskTotal(models.Model):
    """Paper sets handed out at the first desk: a total only, corrected by one up or down."""

    conference = models.OneToOneField(Conference, on_delete=models.CASCADE, related_name="desk_total")
    paper_sets = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.paper_sets)


class ScreenTotal(models.Model):
    """From how many ballots on the hall's screen says that all were received; ``tries`` is how often it was stated."""

    conference = models.OneToOneField(Conference, on_delete=models.CASCADE, related_name="screen_total")
    expected = models.PositiveIntegerField()
    tries = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.expected)


class HallMoment(models.Model):
    """When something happened in the hall, to five minutes, as the clerk noted it; never an act of a voter."""

    MOMENTS = tuple((moment.value, moment.words()) for moment in Moment)

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="hall_moments")
    moment = models.CharField(max_length=12, choices=MOMENTS)
    at = models.TimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("conference", "moment"), name="a_moment_once"),)

    def __str__(self) -> str:
        return f"{self.get_moment_display()}: {self.at:%H:%M}"


class DeskSheet(models.Model):
    """A desk that keeps a signed list on paper; its totals stay empty until they are typed at the end."""

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="desk_sheets")
    number = models.PositiveSmallIntegerField()
    signatures = models.PositiveIntegerField(null=True, blank=True)
    paper_sets = models.PositiveIntegerField(null=True, blank=True)
    slips_left = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("conference", "number"), name="a_desk_once"),)

    def __str__(self) -> str:
        return f"Bàn {self.number}"

    @property
    def is_typed(self) -> bool:
        """Tell whether the desk's totals were typed."""
        return self.signatures is not None


class PreflightMark(models.Model):
    """What was found out or ticked before the opening: by a person (``by``), or by the page's own trial.

    ``note`` says why it failed.
    """

    CHECKS = tuple((check.value, check.words) for check in Check)

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="preflight_marks")
    check_key = models.CharField(max_length=20, choices=CHECKS)
    passed = models.BooleanField()
    note = models.CharField(max_length=300, blank=True)
    by = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("conference", "check_key"), name="a_check_once"),)

    def __str__(self) -> str:
        return self.get_check_key_display()


class HallCount(models.Model):
    """The hand count as one of two people typed it; ``typist`` is 1 or 2 and both rows must agree.

    Fields mirror `guong.core.reconciliation.HandCount` (DESIGN §4.7).
    """

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="hall_counts")
    typist = models.PositiveSmallIntegerField(choices=((1, "Người thứ nhất"), (2, "Người thứ hai")))
    typist_name = models.CharField(max_length=200)
    signatures = models.PositiveIntegerField()
    printed = models.PositiveIntegerField()
    drawn = models.PositiveIntegerField()
    left_over = models.PositiveIntegerField()
    paper_sets = models.PositiveIntegerField()
    exchanged = models.PositiveIntegerField()
    spoiled = models.PositiveIntegerField()
    replaced = models.PositiveIntegerField()
    not_returned = models.PositiveIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("conference", "typist"), name="one_count_a_typist"),)

    def __str__(self) -> str:
        return f"{self.conference}: {self.typist_name}"
