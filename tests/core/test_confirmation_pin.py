"""Which numbers a second person may choose for confirming."""

import pytest

from guong.core.confirmation_pin import BAD_PIN, refusal_of


@pytest.mark.parametrize("pin", ["2580", "1212", "9051", "13579246"])
def test_four_to_eight_digits_may_be_chosen(pin: str) -> None:
    assert refusal_of(pin) is None


@pytest.mark.parametrize(
    "pin", ["", "258", "258025802", "25a0", "٢٥٨٠", "²580", "0000", "77777777", "1234", "8765", "45678"]
)
def test_what_everybody_tries_first_is_refused(pin: str) -> None:
    assert refusal_of(pin) is BAD_PIN
