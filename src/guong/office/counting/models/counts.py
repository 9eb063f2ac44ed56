"""What the register keeps of a count: explanations, the imported result, remarks cut loose, the bundle's code.

Nothing here joins a mark to a remark or either to a person (DESIGN §4.8).
"""

import uuid

from django.db import models


class Explanation(models.Model):
    """A signed explanation of one difference between the hand count and the urn (formats §12)."""

    conference = models.ForeignKey(
        "conferences.Conference", on_delete=models.CASCADE, related_name="explanations"
    )
    equation = models.PositiveSmallIntegerField()
    difference = models.IntegerField()
    text = models.CharField("Lý do", max_length=500)
    first_signer = models.CharField("Người xác nhận thứ nhất", max_length=200)
    second_signer = models.CharField("Người xác nhận thứ hai", max_length=200)

    class Meta:
        ordering = ("equation", "pk")
        constraints = (
            models.UniqueConstraint(fields=("conference", "equation"), name="one_explanation_an_equation"),
        )

    def __str__(self) -> str:
        return self.text


class Opening(models.Model):
    """The result of opening a box, as the board's program wrote it and two members confirmed it.

    ``counts`` is the subjects' list of counts.json (formats §11), without remarks. It may be shown only where the urn says
    that the poll is opened. ``archive`` is encrypted; its key lies on paper with the sealed ballots.
    """

    conference = models.OneToOneField(
        "conferences.Conference", on_delete=models.CASCADE, related_name="opening"
    )
    digest = models.CharField(max_length=64)
    salt = models.CharField(max_length=32)
    counts = models.JSONField()
    archive = models.BinaryField()
    first_confirmer = models.CharField(max_length=200)
    second_confirmer = models.CharField(max_length=200)
    same_machine = models.BooleanField(default=False)
    imported_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.digest[:16]


class Remark(models.Model):
    """One remark, loose from every mark, in no order: its key is random and its pile was shuffled."""

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    conference = models.ForeignKey("conferences.Conference", on_delete=models.CASCADE, related_name="remarks")
    subject_key = models.CharField(max_length=32)
    field_key = models.CharField(max_length=40)
    text = models.TextField()

    def __str__(self) -> str:
        return self.field_key


class RemarksEnd(models.Model):
    """The originals of one person's remarks are destroyed; how many there were stays, and on which day it was."""

    conference = models.ForeignKey(
        "conferences.Conference", on_delete=models.CASCADE, related_name="remark_ends"
    )
    subject_key = models.CharField(max_length=32)
    received = models.PositiveIntegerField("Số ý kiến nhận được")
    ended_on = models.DateField("Ngày huỷ bản gốc")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("conference", "subject_key"), name="one_remarks_end_a_subject"),
        )

    def __str__(self) -> str:
        return str(self.received)


class Bundle(models.Model):
    """The bundle made for the inspection body: its code, printed in the minutes, and its folder's name.

    Conferences that share one bundle have one row each, with the same code and the same ``folder``; empty: a bundle of
    its own, in a folder named after its poll. ``sealed`` are the conference's lines of the sealed manifest (path, size,
    sha256): the files leave the server, the next round's bundle still lists them.
    """

    conference = models.OneToOneField(
        "conferences.Conference", on_delete=models.CASCADE, related_name="bundle"
    )
    code = models.CharField(max_length=19)
    public_digest = models.CharField(max_length=64)
    folder = models.CharField(max_length=40, blank=True, db_index=True)
    sealed = models.JSONField(default=list)

    def __str__(self) -> str:
        return self.code


class KeyDestruction(models.Model):
    """The act that ends a poll: the board destroyed its keys, the urn's envelopes were overwritten."""

    conference = models.OneToOneField(
        "conferences.Conference", on_delete=models.CASCADE, related_name="key_destruction"
    )
    keys_destroyed = models.PositiveSmallIntegerField("Số mã chìa khoá đã huỷ")
    head_name = models.CharField("Tổ trưởng tổ kiểm phiếu", max_length=200)
    witness_name = models.CharField("Đại biểu chứng kiến", max_length=200)
    destroyed_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.keys_destroyed)
