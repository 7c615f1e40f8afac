"""A disk that is full, or that allows no larger file, keeps what it has."""

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from reflect_journal.errors import NotSavedError
from tests.journal.worlds import (
    DEVICE,
    list_companies,
    make_journal,
    make_places,
    make_version,
)

pytestmark = pytest.mark.torture

PROJECT = Path(__file__).parents[2]
MOUNT = 'mount -t tmpfs -o size=32k,mode=700 none "$1" && shift && exec "$@"'
FILL = """
import json, sys
from pathlib import Path
from reflect_journal.errors import NotSavedError
from tests.journal.worlds import list_companies, make_journal, make_version

home = Path(sys.argv[1])
journal = make_journal(home)
saved, reasons = [], []
for number in range(12):
    try:
        journal.save([make_version(f"C{number:02}", note="x" * 4000)])
        saved.append(f"C{number:02}")
    except NotSavedError as error:
        reasons.append(error.reason)
try:
    journal.save([make_version("B1", note="x" * 9000), make_version("B2")])
except NotSavedError as error:
    reasons.append(error.reason)
try:
    journal.save([make_version("small")])
    saved.append("small")
except NotSavedError:
    pass
names = list_companies(make_journal(home))
print(json.dumps([saved, reasons, names, len(journal.survey().findings)]))
"""


def test_a_full_disk_keeps_all_that_was_acknowledged(tmp_path: Path) -> None:
    run = ["unshare", "-Urm", "sh", "-c", MOUNT, "sh", str(tmp_path)]
    try:
        subprocess.run([*run, "true"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no file system of one's own may be mounted here")
    answer = subprocess.run(
        [*run, sys.executable, "-c", FILL, str(tmp_path)],
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": f"{PROJECT}/src:{PROJECT}"},
    )
    saved, reasons, names, findings = json.loads(answer.stdout)
    assert names == saved
    assert len(saved) >= 3
    assert set(reasons) == {"the disk is full"}
    assert findings == 0


@pytest.mark.parametrize("room", [0, 1, 300, 4000])
def test_a_limit_of_file_sizes_keeps_what_is_there(tmp_path: Path, room: int) -> None:
    journal = make_journal(tmp_path)
    journal.save([make_version("A")])
    log = make_places(tmp_path).journal / f"{DEVICE}.jsonl"
    before = log.read_bytes()
    version = make_version("B", note="x" * 5000)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + room, limits[1]))
    try:
        with pytest.raises(NotSavedError, match="grow"):
            journal.save([version])
        with pytest.raises(NotSavedError, match="grow"):
            journal.save([version, make_version("C")])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert log.read_bytes() == before
    assert [one.name for one in log.parent.iterdir()] == [log.name]
    journal.save([version])
    assert list_companies(journal) == ["A", "B"]
