"""Puts the front-end bundle into the wheel (DESIGN §2: bundled in the set-up step and in the wheel's build)."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class FrontEndBundle(BuildHookInterface[Any]):
    """Bundles scripts, icons and fonts before a wheel is packed; an editable install leaves that to run.py."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Run `run.py bundle`, which skips a bundle that is up to date. Raises when bundling fails."""
        if version == "editable" or self.target_name != "wheel":
            return
        root = Path(self.root)
        if (root / "frontend" / "package-lock.json").is_file():
            subprocess.run([sys.executable, str(root / "run.py"), "bundle"], cwd=root, check=True)
