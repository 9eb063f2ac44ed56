"""Which account belongs to which person of the register."""

from django.conf import settings
from django.db import models

from guong.office.registry.models.people import Person


class PersonAccount(models.Model):
    """The account of a person about whom people are asked; each has one, and only the own result is read with it."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="registered_person", verbose_name="tài khoản"
    )
    person = models.OneToOneField(
        Person, models.PROTECT, related_name="account", verbose_name="người trong sổ bộ"
    )

    class Meta:
        verbose_name = "tài khoản của người được góp ý"
        verbose_name_plural = "tài khoản của người được góp ý"

    def __str__(self) -> str:
        return str(self.person)
