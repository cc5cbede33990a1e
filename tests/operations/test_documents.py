"""What docs/security.md claims is proven by tests that exist; what is deployed keeps its rights small."""

from __future__ import annotations

import re
import tomllib
from configparser import ConfigParser
from pathlib import Path

import pytest

from bot.settings import Settings, variable

ROOT = Path(__file__).parents[2]
SECURITY = (ROOT / "docs/security.md").read_text("utf-8")
DOCKERFILE = (ROOT / "docs/deploy/Dockerfile").read_text("utf-8")
UNIT = (ROOT / "docs/deploy/embodied-bot.service").read_text("utf-8")
VARIABLES = {variable(name) for name in Settings.model_fields}


@pytest.mark.parametrize("proof", sorted(set(re.findall(r"`(tests/[^`]+::[^`]+)`", SECURITY))))
def test_every_proof_is_a_test(proof: str) -> None:
    file, _, name = proof.partition("::")
    assert re.search(rf"^(?:async )?def {name}\(", (ROOT / file).read_text("utf-8"), re.MULTILINE)


def test_every_threat_has_its_proof() -> None:
    rows = [line for line in SECURITY.partition("## Least rights")[0].splitlines() if line.startswith("| ")]
    threats = [row for row in rows if not row.startswith(("| ---", "| they ", "| what may "))]
    assert len(threats) > 30
    assert [row for row in threats if "::test_" not in row] == []


def test_every_package_that_is_needed_is_told() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {re.match(r"[\w.-]+", one)[0] for one in project["dependencies"]}  # type: ignore[index]
    assert needed <= set(re.findall(r"`([\w.-]+)`", SECURITY.partition("## Dependencies")[2]))


def test_the_image_runs_without_root_and_writes_to_one_folder() -> None:
    last = DOCKERFILE[DOCKERFILE.rindex("\nFROM ") :]
    steps = re.findall(r"^([A-Z]+) ", last, re.MULTILINE)
    assert re.findall(r"^USER (\S+)", last, re.MULTILINE) == ["bot"]
    assert re.findall(r"^VOLUME (\S+)", last, re.MULTILINE) == ["/data"]
    assert steps.index("USER") < steps.index("HEALTHCHECK") < steps.index("ENTRYPOINT")
    assert {"HEALTHCHECK", "STOPSIGNAL", "CMD"} <= set(steps)
    assert "--require-hashes -r requirements.lock" in DOCKERFILE
    # Nothing of what people did may get into an image.
    assert not re.search(r"^COPY (?:\S+ )*(?:\.|data|data/)(?: |$)", DOCKERFILE, re.MULTILINE)


@pytest.mark.parametrize("text", [DOCKERFILE, UNIT], ids=["Dockerfile", "unit"])
def test_what_is_deployed_sets_variables_that_there_are_and_no_secret(text: str) -> None:
    told = set(re.findall(r"\b((?:BOT|SLACK|DISCORD)_[A-Z_]+)=", text))
    assert {"BOT_DB", "BOT_STATE", "BOT_METRICS_LISTEN"} <= told <= VARIABLES
    assert not re.search(r"TOKEN|SECRET", " ".join(told))


def test_what_is_copied_into_the_image_is_there() -> None:
    for sources in re.findall(r"^COPY (?!--from)(?:--\S+ )?(.+) \S+$", DOCKERFILE, re.MULTILINE):
        for source in sources.split():
            assert (ROOT / source).exists(), source


def test_the_service_has_few_rights() -> None:
    parser = ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read_string(UNIT)
    service = parser["Service"]
    assert service["User"] not in ("", "root")
    assert service["CapabilityBoundingSet"] == ""
    assert service["UMask"] == "0077"
    assert (service["ProtectSystem"], service["ProtectHome"]) == ("strict", "yes")
    for switch in ("NoNewPrivileges", "PrivateTmp", "PrivateDevices", "ProtectKernelTunables", "RestrictNamespaces"):
        assert service[switch] == "yes"
    assert int(service["TimeoutStopSec"]) > 10
    assert service["RestartPreventExitStatus"] == "2"
