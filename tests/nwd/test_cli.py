"""The command line: what it prints where, and how it ends."""

from __future__ import annotations

import json
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
import typer

from nwd import cli


@pytest.fixture(autouse=True)
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in [name for name in os.environ if name.startswith("NWD_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NWD_DATA_DIR", str(tmp_path / "var"))
    return tmp_path


class Nwd:
    """The command, run in this process."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch, self._capsys = monkeypatch, capsys
        self.out, self.err = "", ""

    def __call__(self, *arguments: str) -> int:
        self._monkeypatch.setattr("sys.argv", ["nwd", *arguments])
        try:
            cli.main()
            code = 0
        except SystemExit as stop:
            code = int(stop.code or 0)
        self.out, self.err = self._capsys.readouterr()
        return code

    @property
    def json(self) -> object:
        return json.loads(self.out)


@pytest.fixture
def nwd(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Nwd:
    monkeypatch.setattr(cli, "app", typer.Typer(no_args_is_help=True, pretty_exceptions_enable=False))
    return Nwd(monkeypatch, capsys)


@pytest.mark.parametrize(
    "arguments",
    [
        ["understand"],
        ["nonsense"],
        ["match"],
        ["match", "--profile", "nowhere.json"],
        ["bench", "nonsense"],
        ["person", "export", "terminal:nobody"],
        ["understand", "--lines", "nowhere.txt"],
        ["directory", "import", "nowhere.csv"],
        ["introductions", "show"],
        ["introductions", "show", "NOBODY"],
        ["introductions", "withdraw", "NOBODY"],
        ["doctor", "--json"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_used_is_said_in_one_line_and_status_2(nwd: Nwd, arguments: list[str]) -> None:
    assert nwd("db", "upgrade") == 0, nwd.err
    assert nwd(*arguments) == 2
    assert nwd.out == ""
    assert nwd.err.startswith("nwd: ")
    assert len(nwd.err.splitlines()) == 1


def test_json_is_alone_on_standard_output(nwd: Nwd) -> None:
    assert nwd("understand", "--json", "i like sewing") == 0
    assert isinstance(nwd.json, dict)
    assert nwd.json["crisis"] == "none"


def test_lines_of_a_file_come_back_one_object_a_line_in_order(nwd: Nwd, bare: Path) -> None:
    (bare / "lines.txt").write_text("i like sewing\nhello\n")
    assert nwd("understand", "--json", "--lines", "lines.txt") == 0
    assert [json.loads(line)["text"] for line in nwd.out.splitlines()] == ["i like sewing", "hello"]


def test_a_match_has_the_shape_other_programs_know(nwd: Nwd, bare: Path) -> None:
    (bare / "profile.json").write_text(json.dumps({"concepts": ["interest.arts_crafts"], "postcode": "SW9", "age": 40}))
    assert nwd("match", "--json", "--profile", "profile.json", "--limit", "2") == 0
    found = nwd.json
    assert isinstance(found, dict)
    assert found.keys() == {"stages", "matches", "excluded", "ask_next"}
    assert len(found["matches"]) == 2
    assert found["matches"][0].keys() == {"service_id", "provider", "service", "score", "reasons", "cautions"}


def test_a_database_behind_this_release_is_told_with_status_1_until_it_is_brought_up(nwd: Nwd, bare: Path) -> None:
    (bare / "var").mkdir()
    assert nwd("db", "check") == 1
    assert "nwd db upgrade" in nwd.err
    assert nwd("db", "upgrade") == 0
    assert nwd("db", "check") == 0
    assert nwd("introductions", "list", "--json") == 0
    assert nwd.json == []


def test_what_nobody_foresaw_ends_in_one_line_without_its_words(nwd: Nwd, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise RuntimeError("i cannot sleep")

    monkeypatch.setattr("knowledge.understanding.understand", breaks)
    assert nwd("understand", "hello") == 1
    assert "RuntimeError" in nwd.err
    assert "i cannot sleep" not in nwd.err
    assert len(nwd.err.splitlines()) == 1


def test_the_doctor_shows_no_secret(nwd: Nwd, monkeypatch: pytest.MonkeyPatch, bare: Path) -> None:
    monkeypatch.setenv("NWD_TELEGRAM_TOKEN", "42:a-token-nobody-may-see")
    monkeypatch.setenv("NWD_SMTP_URL", "smtp://user:hunter2@mail.example")
    assert nwd("doctor") == 0
    kept = [(bare / "var" / name).read_text() for name in ("secret.key", "rasa.token")]
    assert not any(secret in nwd.out + nwd.err for secret in [*kept, "a-token-nobody-may-see", "hunter2"])
    assert "NWD_TELEGRAM_TOKEN" in nwd.out
    assert "behind: run `nwd db upgrade`" in nwd.out


def test_the_doctor_tells_what_is_amiss_in_what_runs(nwd: Nwd, bare: Path) -> None:
    class Ready(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"ready\ntelegram refuses the token\n")

        def log_message(self, *_: object) -> None:
            """Nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Ready) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        (bare / "var").mkdir(exist_ok=True)
        left = {"url": f"http://127.0.0.1:{server.server_address[1]}", "pid": 1}
        (bare / "var" / "run.json").write_text(json.dumps(left))
        assert nwd("doctor") == 0
        server.shutdown()
    assert "telegram refuses the token" in nwd.out
