"""The vector files are what the generator writes, and `cryptography` opens what it sealed."""

import base64
import json
from typing import Any

import pytest
from cryptography.hazmat.primitives import hpke

from tests.vectors import generate, independent

SUITE = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305)
HOSTILE = json.loads((generate.HERE / "hostile.json").read_bytes())
HONEST = json.loads((generate.HERE / "honest.json").read_bytes())


def test_files_are_what_the_generator_writes() -> None:
    assert {name: (generate.HERE / name).read_bytes() for name in generate.files()} == generate.files()


def test_case_names_are_unique() -> None:
    names = [(case["poll"], case["name"]) for case in HOSTILE["cases"]]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("poll", HONEST["polls"], ids=lambda poll: str(poll["name"]))
def test_envelopes_put_together_from_the_rfc_open_with_the_vetted_suite(poll: dict[str, Any]) -> None:
    board = generate.polls()[poll["name"]].board
    for ballot in poll["ballots"]:
        info = independent.envelope_info(poll["definition"], bytes.fromhex(ballot["slot_key"]))
        plaintext = SUITE.decrypt(base64.b64decode(ballot["envelope_b64"])[:-64], board, info=info)
        length = int.from_bytes(plaintext[:4], "big")
        assert json.loads(plaintext[4 : 4 + length]) == ballot["answer"]
