"""Sending every method of every route as everybody; nothing that is done stays done."""

import re
from http.cookies import SimpleCookie

from django.db import transaction
from django.test import Client

from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from tests.pages.measuring import measured
from tests.pages.routes import Route
from tests.permissions.answers import Answer
from tests.permissions.forms import FORMS
from tests.permissions.world import Where

_BY_CHANCE = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"')
_NO_QUESTION = ("SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK")  # their names are counted up


class Asker:
    """Somebody's browser; ``role`` is None for a visitor."""

    def __init__(self, user: User | None, role: Role | None, where: Where) -> None:
        self.role, self.where = role, where
        self._client = Client(raise_request_exception=True)
        if user is not None:
            self._client.force_login(user)
            self._client.get("/")  # the session has its mark and the browser its stamp from the first page on
        self._cookies = {name: one.value for name, one in self._client.cookies.items()}

    def ask(self, route: Route, method: str, address: str) -> Answer:
        """Send one request, with nothing filled in, and take back whatever it did to the register."""
        self._client.cookies = SimpleCookie(self._cookies)
        with transaction.atomic():
            with measured() as cost:
                response = (
                    self._client.get(address)
                    if method == "GET"
                    else self._client.post(address, FORMS.get(route.name, {}))
                )
            policy = response.headers.get("Content-Security-Policy", "")
            assert "default-src 'none'" in policy, f"{method} {address} bears no policy: {policy!r}"
            body = b"".join(response) if response.streaming else response.content
            transaction.set_rollback(True)
        return Answer(
            route.name,
            method,
            address,
            self.role,
            self.where,
            response.status_code,
            response.headers.get("Location", ""),
            _BY_CHANCE.sub(b"", body),
            tuple(sql for sql in cost.register + cost.urn if not sql.startswith(_NO_QUESTION)),
        )
