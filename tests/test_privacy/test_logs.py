"""S04, O06: no line of the log holds a text, a name or a number of a person."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.running import HOME, KEY, Phone, running, surroundings
from tests.test_privacy.made import KEYS

CANARY, NUMBER = "канарейка", 7_000_000_123
CALLS = {"debug", "info", "warning", "error", "exception", "critical"}


BEGIN = f"""
import logging, structlog
from bot import logs
from tests.test_privacy.made import KEYS
logs.begin((), KEYS.alias)
log = structlog.get_logger()
def fail():
    raise ValueError("{CANARY} {NUMBER}")
"""


def _written(code: str) -> list[dict[str, str]]:
    """The lines a program writes that sets up logging and does this."""
    done = subprocess.run(
        [sys.executable, "-c", BEGIN + code], cwd=HOME, env=surroundings(),
        capture_output=True, check=True,
    )  # fmt: skip
    return [json.loads(line) for line in done.stderr.decode().splitlines()]


def test_a_person_is_called_by_a_keyed_alias() -> None:
    """O06: two lines of one person are seen to be theirs, and nobody knows whose."""
    code = f"for _ in range(2): log.warning('cannot be reached', person={NUMBER})"
    first, second = _written(code)
    assert first["who"] == second["who"] == KEYS.alias(NUMBER) != KEYS.alias(NUMBER + 1)
    assert str(NUMBER) not in str(first)


def test_an_error_is_told_by_its_kind_and_place_and_not_in_its_own_words() -> None:
    """S04: what an error quotes may be what somebody wrote."""
    code = """
try:
    fail()
except ValueError:
    log.exception("went wrong")
    logging.getLogger("uvicorn.error").exception("went wrong there")
"""
    lines = _written(code)
    assert len(lines) == 2
    for line in lines:
        assert line["exception"].startswith("ValueError at <string>:")
        assert CANARY not in str(line)
        assert str(NUMBER) not in str(line)


def test_what_telegram_quotes_is_blotted_out() -> None:
    """S04: its descriptions quote texts and name chats."""
    told = f'Bad Request: no entities: tag "{CANARY}" in chat {NUMBER}'
    (line,) = _written(f"log.warning('not said', error={told!r}, update=12)")
    assert line["error"] == "Bad Request: no entities: tag [quoted] in chat [number]"
    assert line["update"] == 12  # type: ignore[comparison-overlap]


def test_no_call_of_the_log_writes_what_is_not_known_to_be_harmless() -> None:
    """S04: what happened is a constant, and what goes with it is one of these, nothing else."""
    assert [line for path in (HOME / "bot").rglob("*.py") for line in _strange(path)] == []


HARMLESS = {
    "changes", "error", "executors", "host", "length", "many", "method", "page", "person", "reason",
    "replies", "rest", "rows", "seconds", "things", "update", "why",
}  # fmt: skip


def _strange(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            of, name = node.func.value, node.func.attr
            if isinstance(of, ast.Name) and of.id == "log" and name in CALLS:
                plain = len(node.args) == 1 and isinstance(node.args[0], ast.Constant)
                foreign = {key.arg for key in node.keywords} - HARMLESS
                if not plain or foreign:
                    yield f"{path.name}:{node.lineno} {foreign}"


async def test_nothing_people_do_is_in_the_log_of_a_process(tmp_path: Path) -> None:
    """S04, O06: through the real process, with its error answered too."""
    (tmp_path / "data").mkdir()
    with running("bot run", tmp_path, playground_port=0, secret_key=KEY) as process:
        await process.until_it_said("talk with the bot here")
        await process.ready()
        port = int(process.said.partition("http://127.0.0.1:")[2].partition("/")[0])
        phone = Phone(port)
        for words in ("/start", f"{CANARY} {NUMBER}", "/mydata", "/forget", "/privacy"):
            await phone.hears(words)
        await process.stop()
        said = process.said
    assert "Айым" not in said
    assert CANARY not in said
    assert str(NUMBER) not in said
    assert "1001" not in said.replace(str(port), "")
