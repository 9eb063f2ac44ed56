"""`guong check`: whether this machine may run a real poll (DESIGN §9)."""

import argparse
import importlib
import io
import shutil
from collections.abc import Sequence
from urllib.parse import urlsplit

from guong.ballots import assets, polls
from guong.ballots.store import NotMigrated, StoreUnavailable, open_store
from guong.core.page_code import page_code
from guong.core.preflight import LEAST_FREE_BYTES
from guong.web.environment import LOOPBACK, Environment, urn_url


def main(arguments: Sequence[str]) -> int:
    """Run `guong check`: the code of the voter's page, one line for each finding; 0 where nothing stands against a real poll."""
    parser = argparse.ArgumentParser(
        prog="guong check", description="Kiểm tra máy chủ trước khi dùng thật.", allow_abbrev=False
    )
    parser.parse_args(arguments)
    environment = Environment()
    findings = [*_address(environment), *_disk(environment), *_urn(environment), *_register(environment)]
    print(f"Mã trang bỏ phiếu của bản cài đặt này: {page_code(assets.served().digests())}")
    for finding in findings:
        print(f"✗ {finding}")
    print(
        "Máy chủ đạt yêu cầu." if not findings else f"Có {len(findings)} điểm phải sửa trước khi dùng thật."
    )
    return 1 if findings else 0


def _address(environment: Environment) -> list[str]:
    parts = urlsplit(environment.origin)
    findings = []
    if environment.demo:
        findings.append("Máy đang chạy bản trình diễn (GUONG_DEMO). Bỏ biến này khi dùng thật.")
    if parts.scheme != "https" and parts.hostname not in LOOPBACK:
        findings.append(
            "Địa chỉ công khai không dùng HTTPS. Hội nghị thật chỉ mở trên HTTPS với chứng thư tin cậy."
        )
    return findings


def _disk(environment: Environment) -> list[str]:
    environment.data_dir.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(environment.data_dir).free
    return (
        []
        if free >= LEAST_FREE_BYTES
        else ["Ổ đĩa còn dưới 2 GB trống. Đề nghị dọn bớt trước khi mở hội nghị."]
    )


def _urn(environment: Environment) -> list[str]:
    try:
        store = open_store(urn_url(environment))
    except NotMigrated:
        return ["Hòm phiếu chưa được tạo hoặc cần nâng cấp: chạy guong migrate-urn."]
    except (StoreUnavailable, OSError):
        return ["Không mở được hòm phiếu. Đề nghị kiểm tra ổ đĩa hoặc cơ sở dữ liệu."]
    return [problem.sentence for problem in polls.durability_problems(store)]


def _register(environment: Environment) -> list[str]:
    importlib.import_module("guong.web.django_start")
    management = importlib.import_module("django.core.management")
    report = io.StringIO()
    try:
        management.call_command(
            "check",
            deploy=environment.origin.startswith("https://"),
            fail_level="WARNING",
            stderr=report,
            stdout=report,
        )
    except management.CommandError as problem:
        return [f"Cấu hình phần văn phòng chưa đạt: {problem}"]
    left = importlib.import_module("guong.office.conferences.services").finish_intents()
    unfinished = [
        f"Việc dở dang với hòm phiếu {intent.poll_key}: {intent.act}."
        for intent in left
        if intent.state != "done"
    ]
    lost: list[str] = importlib.import_module("guong.office.papers.selectors").archive_findings()
    return unfinished + lost
