"""`guong migrate-urn`: create the urn or bring it to this program's schema (DESIGN §2)."""

import argparse
from collections.abc import Sequence

from guong.ballots.store import migrate
from guong.web.environment import Environment, urn_url


def main(arguments: Sequence[str]) -> int:
    """Run `guong migrate-urn`."""
    parser = argparse.ArgumentParser(
        prog="guong migrate-urn", description="Tạo hòm phiếu hoặc nâng cấp hòm phiếu.", allow_abbrev=False
    )
    parser.parse_args(arguments)
    environment = Environment()
    environment.data_dir.mkdir(parents=True, exist_ok=True)
    migrate(urn_url(environment))
    print("Hòm phiếu đã sẵn sàng.")
    return 0
