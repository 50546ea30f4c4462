"""What guards the project beside the tests: hooks, indexes of documents, what others read."""

import re
import tomllib

import pytest
import yaml

from tests.architecture.sources import ROOT, text

HOOKS = yaml.safe_load(text(ROOT / ".pre-commit-config.yaml"))["repos"]
PUBLIC_CODE = yaml.safe_load(text(ROOT / "publiccode.yml"))
DOCUMENTS = sorted(
    path
    for folder in ("reference", "explanation")
    for path in (ROOT / "docs" / folder).glob("*.md")
)


def test_each_hook_is_a_step_of_the_check_and_needs_no_network():
    check = text(ROOT / "Makefile").split("\ncheck:")[1].split("\n\n")[0]
    steps = [line.strip().replace("$(bin)", ".venv/bin") for line in check.splitlines()[1:]]

    for repository in HOOKS:
        assert repository["repo"] == "local"
        for hook in repository["hooks"]:
            assert hook["language"] == "system"
            assert hook["entry"] in steps, hook["entry"]


def test_the_whole_check_runs_before_a_change_is_taken_in():
    assert "make check" in text(ROOT / ".ci" / "run").splitlines()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_each_document_stands_in_the_index(path):
    assert f"({path.relative_to(ROOT / 'docs')})" in text(ROOT / "docs" / "README.md")


def test_each_decision_stands_in_its_index_once_and_in_order():
    folder = ROOT / "docs" / "decisions"
    named = re.findall(r"\((\d{4}-[a-z0-9-]+\.md)\)", text(folder / "README.md"))

    assert named == sorted(path.name for path in folder.glob("[0-9]*.md"))
    numbers = [name[:4] for name in named]
    assert len(set(numbers)) == len(numbers)


def test_public_code_is_described_as_the_standard_asks():
    """The keys that version 0.4 requires; `url` follows when there is a public address."""
    assert PUBLIC_CODE["publiccodeYmlVersion"] == "0.4"
    required = {"name", "platforms", "categories", "developmentStatus", "softwareType"}
    required |= {"description", "legal", "maintenance", "localisation"}
    assert required <= PUBLIC_CODE.keys()
    assert PUBLIC_CODE["developmentStatus"] in {
        "concept",
        "development",
        "beta",
        "stable",
        "obsolete",
    }
    assert PUBLIC_CODE["softwareType"] == "standalone/web"
    assert PUBLIC_CODE["maintenance"]["type"] in {"internal", "contract", "community", "none"}
    assert PUBLIC_CODE["localisation"]["localisationReady"] is True


@pytest.mark.parametrize("language", sorted(PUBLIC_CODE["description"]))
def test_public_code_is_described_in_each_language(language):
    said = PUBLIC_CODE["description"][language]

    assert language in PUBLIC_CODE["localisation"]["availableLanguages"]
    assert 0 < len(said["shortDescription"]) <= 150
    assert 150 <= len(said["longDescription"]) <= 10_000
    assert said["features"]


def test_public_code_and_the_package_are_of_one_version_and_licence():
    project = tomllib.loads(text(ROOT / "pyproject.toml"))["project"]

    assert PUBLIC_CODE["softwareVersion"] == project["version"]
    assert PUBLIC_CODE["legal"]["license"] == project["license"]


def test_the_page_of_security_says_how_to_report_and_what_counts():
    page = text(ROOT / "SECURITY.md")

    for said in ("Report a weakness in private", "What is mended", "What counts as a weakness"):
        assert said in page
    named = set(re.findall(r"`(SUNLIT_[A-Z]+)`", page))
    assert named <= set(re.findall(r"`(SUNLIT_[A-Z]+)`", text(ROOT / "docs/reference/settings.md")))
