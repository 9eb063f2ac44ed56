"""What one request was answered, and whether the table wants it so."""

from dataclasses import dataclass

from guong.office.accounts.roles import Role
from tests.permissions.lines import Line, Of
from tests.permissions.world import Where

# The page itself answered, if only that a form with nothing in it can't be taken.
ANSWERED = frozenset({200, 204, 302, 400, 409, 422})
OF_THE_ACCOUNT = ANSWERED | {404}  # a second step that isn't switched on isn't there
NOT_OFFERED, FORBIDDEN, NOT_FOUND = frozenset({405}), frozenset({403}), frozenset({404})
AT_THE_DOOR = frozenset({200, 302, 404, 405, 429})
SIGN_IN = "/tai-khoan/dang-nhap/"
METHODS = ("GET", "POST")


@dataclass(frozen=True)
class Answer:
    """The answer to one method of one route; ``role`` is None for a visitor, ``asked`` the queries in their order."""

    route: str
    method: str
    address: str
    role: Role | None
    where: Where
    status: int
    location: str
    body: bytes
    asked: tuple[str, ...]

    @property
    def told(self) -> str:
        """The answer in one line."""
        role = self.role.value if self.role else "visitor"
        return f"{self.status} {self.method} {self.route} as {role} of {self.where.value}: {self.address} {self.location}"

    @property
    def leads_to_sign_in(self) -> bool:
        """Tell whether a visitor is asked to sign in."""
        return self.status == 302 and self.location.partition("?")[0] == SIGN_IN

    def is_like(self, other: "Answer") -> bool:
        """Tell whether nobody could tell the two apart, and the same path led to both: the same queries in their order."""
        return self._seen == other._seen

    @property
    def _seen(self) -> tuple[object, ...]:
        location = self.location
        for key in filter(_is_key, self.address.split("/")):
            location = location.replace(key, "…")
        return self.status, location, self.body, self.asked


def _is_key(part: str) -> bool:
    return any(character.isdecimal() for character in part)


def is_right(answer: Answer, line: Line) -> bool:
    """Tell whether an answer to what is there is the one that the table wants."""
    if answer.role is None:
        return _is_right_for_visitors(answer, line)
    return answer.status in wanted(line, answer.method, answer.role, answer.where) and not (
        answer.leads_to_sign_in and line.of is not Of.DOOR
    )


def wanted(line: Line, method: str, role: Role, where: Where) -> frozenset[int]:
    """The statuses of which an officer must get one, by role, unit and method."""
    if line.of is Of.DOOR:
        return AT_THE_DOOR
    if role not in line.see | line.do:
        return FORBIDDEN
    if line.of is Of.OWN:
        return OF_THE_ACCOUNT if line.who(method) else NOT_OFFERED | NOT_FOUND
    if not line.who(method):
        return NOT_OFFERED
    if _is_elsewhere(line, where):
        return NOT_FOUND
    return ANSWERED if role in line.who(method) else FORBIDDEN


def _is_elsewhere(line: Line, where: Where) -> bool:
    return line.of is Of.OBJECT and where is not Where.OWN and not (line.beside and where is Where.BESIDE)


def _is_right_for_visitors(answer: Answer, line: Line) -> bool:
    if line.of is Of.DOOR:
        return answer.status in AT_THE_DOOR
    if line.of is Of.SCREEN:
        return answer.status in (ANSWERED if line.who(answer.method) else NOT_OFFERED)
    return answer.leads_to_sign_in
