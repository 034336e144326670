import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COMPILED = ["requirements.txt", "requirements-dev.txt"]


def pins(name):
    """{line such as 'django==5.2.19': [hash, …]} of a compiled file."""
    text = (ROOT / name).read_text().replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    return {line.split(" --hash=")[0].strip(): line.split(" --hash=")[1:] for line in lines}


def listed(name):
    """The normal names of what a .in file asks for."""
    lines = (ROOT / name).read_text().splitlines()
    wanted = [line for line in lines if line and not line.startswith(("#", "-"))]
    return {re.match(r"[\w-]+", line)[0].lower().replace("_", "-") for line in wanted}


@pytest.mark.parametrize("name", COMPILED)
def test_everything_is_pinned_with_hashes(name):
    for line, hashes in pins(name).items():
        assert re.match(r"[a-z0-9._-]+==[\w.]+( ; .*)?$", line), line
        assert hashes, line
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", value.strip()) for value in hashes)


@pytest.mark.parametrize("name", [*COMPILED, "tests/browser/package-lock.json"])
def test_no_registry_is_named(name):
    text = (ROOT / name).read_text()
    assert '"resolved"' not in text
    assert not re.search(r"^\s*--(index-url|extra-index-url|find-links|trusted-host)", text, re.M)
    if name.endswith(".txt"):
        assert "://" not in text


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_every_direct_dependency_is_compiled(name):
    compiled = {line.split("==")[0] for line in pins(f"{name}.txt")}
    assert listed(f"{name}.in") <= compiled


def test_tests_run_on_the_versions_of_production():
    assert pins("requirements.txt").items() <= pins("requirements-dev.txt").items()


def test_every_direct_dependency_has_a_reason():
    for name in ("requirements.in", "requirements-dev.in"):
        explained = False
        for line in (ROOT / name).read_text().splitlines():
            explained = line.startswith("#") or (explained and bool(line))
            assert explained or not line or line.startswith("-"), f"{name}: why {line}?"


def test_npm_packages_are_pinned_exactly():
    package = json.loads((ROOT / "tests/browser/package.json").read_text())
    for group in ("dependencies", "devDependencies"):
        assert all(re.fullmatch(r"\d+\.\d+\.\d+", value) for value in package[group].values())
    lock = json.loads((ROOT / "tests/browser/package-lock.json").read_text())["packages"]
    assert lock[""]["dependencies"] == package["dependencies"]
    for path, entry in lock.items():
        assert "integrity" in entry or not path
        # A moving tag without a download address is refused by `npm ci`.
        assert "latest" not in entry.get("dependencies", {}).values(), path


def test_every_setting_is_explained():
    read = set(
        re.findall(
            r"env(?:\.\w+)?\(\s*\"([A-Z_]+)\"", (ROOT / "site/config/settings.py").read_text()
        )
    )
    explained = set(re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))
    assert read == explained


def test_make_lists_every_command():
    listing = subprocess.check_output(["make", "--directory", ROOT], text=True)
    makefile = (ROOT / "Makefile").read_text()
    commands = re.search(r"^\.PHONY: (.*?)(?<!\\)\n", makefile, re.M | re.S)[1].split()
    for command in set(commands) - {"\\", "venv", "venv-dev"}:
        assert f"make {command} " in listing


def test_python_version_is_one_the_tools_agree_on():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    assert settings["tool"]["ruff"]["target-version"] == "py311"
    assert sys.version_info >= (3, 11)
