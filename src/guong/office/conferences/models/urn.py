"""The poll of a conference and the acts on the urn."""

from django.conf import settings
from django.db import models

from guong.office.conferences.models.conference import Conference


class Poll(models.Model):
    """The poll of a conference: its key and the files exchanged with the board's program (formats §9, §3).

    ``keys``, ``definition`` and ``questionnaire`` (the form's bytes as published) stay empty until the board's key file
    is accepted. ``pages`` holds the digests of the voter's page (file name to SHA-256 in hex) as it was served at the
    first opening, and once more for each later opening or closing at which it had changed.
    """

    conference = models.OneToOneField(Conference, on_delete=models.CASCADE, related_name="poll")
    poll_key = models.CharField(max_length=10, unique=True)
    request = models.BinaryField()
    request_digest = models.CharField(max_length=64)
    keys = models.BinaryField(default=bytes)
    definition = models.BinaryField(default=bytes)
    questionnaire = models.BinaryField(default=bytes)
    pages = models.JSONField(default=list)

    def __str__(self) -> str:
        return self.poll_key


class Intent(models.Model):
    """An act on the urn: written as wanted before the call, as done after it (DESIGN §2).

    ``arguments`` holds totals and, as ``by``, the printed names of who did and who confirmed it; never anything about a
    single slip. ``refused`` keeps the urn's reason.
    """

    WANTED, DONE, REFUSED = "wanted", "done", "refused"
    STATES = ((WANTED, "đang thực hiện"), (DONE, "đã thực hiện"), (REFUSED, "không thực hiện được"))

    poll_key = models.CharField(max_length=10, db_index=True)
    act = models.CharField(max_length=20)
    arguments = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=STATES, default=WANTED)
    reason = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.poll_key}: {self.act} ({self.state})"


class AskedAct(models.Model):
    """An act that one officer asks another one to confirm at the own machine (decision 0013).

    ``act`` is open or close, ``sure`` the questions that the first officer has answered.
    """

    ACTS = (("open", "mở bỏ phiếu"), ("close", "kết thúc bỏ phiếu"))

    conference = models.OneToOneField(Conference, on_delete=models.CASCADE, related_name="asked_act")
    act = models.CharField(max_length=10, choices=ACTS)
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    sure = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"{self.conference}: {self.get_act_display()}"
