"""Reading an article leaves nothing behind in the home folder: no id of the machine, no events to be sent."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def test_the_network_leaves_nothing_in_the_home_folder(tmp_path: Path) -> None:
    environ = {k: v for k, v in os.environ.items() if k not in {"ORT_DISABLE_TELEMETRY", "XDG_CACHE_HOME"}}
    work = "from bot.extraction.learned.network import default_network; default_network()"
    subprocess.run(
        [sys.executable, "-c", work], env={**environ, "HOME": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}, check=True
    )
    assert [str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()] == []
