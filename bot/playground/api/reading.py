"""Reading a call: query, form, JSON or multipart, to parameters that are known and complete."""

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.requests import Request

from bot.playground import refusals
from bot.playground.api.methods import METHODS, MISSING, SPELLINGS, Parameter
from bot.playground.refusals import Refused, bad
from bot.playground.shapes import Json

TRUE = {"true", "yes", "1", "y", "t"}


@dataclass(frozen=True)
class Upload:
    """A file that came along with a call."""

    name: str
    type: str
    content: bytes


@dataclass
class Call:
    """One call of one method."""

    method: str
    params: Json
    uploads: dict[str, Upload] = field(default_factory=dict)
    via: str = "http"

    @property
    def chat_id(self) -> int | None:
        """The chat the call is about, if it names one by number."""
        chat_id = self.params.get("chat_id")
        return chat_id if isinstance(chat_id, int) else None

    def upload(self, name: str) -> Upload | None:
        """The file sent under this name, or the one its `attach://` points to."""
        value = str(self.params.get(name, ""))
        return self.attached(value) or self.uploads.get(name)

    def attached(self, value: str) -> Upload | None:
        """The file an `attach://` address points to."""
        return self.uploads.get(value.removeprefix("attach://")) if "://" in value else None


def known(method: str) -> str:
    """The method's proper spelling."""
    if method.lower() not in SPELLINGS:
        raise Refused(404, refusals.NOT_FOUND)
    return SPELLINGS[method.lower()]


async def raw_parameters(request: Request) -> tuple[Json, dict[str, Upload]]:
    """What the request says, before anybody asks whether it makes sense."""
    raw: Json = dict(request.query_params)
    kind = request.headers.get("content-type", "").split(";")[0].strip()
    if kind == "application/json":
        return raw | _object(await request.body()), {}
    if kind == "multipart/form-data":
        return await _multipart(request, raw)
    return raw | dict(parse_qsl((await request.body()).decode(), keep_blank_values=True)), {}


def call(method: str, raw: Json, uploads: dict[str, Upload], via: str = "http") -> Call:
    """The call, each parameter known, of its kind, and none missing."""
    method = known(method)
    declared = METHODS[method]
    for name in raw:
        if name not in declared and f"attach://{name}" not in str(raw):
            raise bad(f'unknown parameter "{name}" in {method}')
    params = {n: _read(declared[n], v) for n, v in raw.items() if n in declared and v is not None}
    whole = Call(method, params, uploads, via)
    _insist(whole)
    return whole


def _insist(whole: Call) -> None:
    for parameter in METHODS[whole.method].values():
        given = parameter.name in whole.params or parameter.name in whole.uploads
        if parameter.required and not given:
            raise bad(MISSING.get(parameter.name, f'parameter "{parameter.name}" is required'))


def _read(parameter: Parameter, value: Any) -> Any:
    match parameter.kind:
        case "int":
            return _number(parameter.name, value)
        case "bool":
            return str(value).lower() in TRUE
        case "chat":
            return _chat(value)
        case "list":
            return _json(parameter.name, value, list, "Array")
        case "dict":
            return _json(parameter.name, value, dict, "Object")
    return value if isinstance(value, str) else str(value)


def _number(name: str, value: Any) -> int:
    try:
        return int(value)
    except (TypeError, ValueError):
        raise bad(f'parameter "{name}" must be an integer') from None


def _chat(value: Any) -> int | str:
    text = str(value).strip()
    if not text:
        raise bad(MISSING["chat_id"])
    if text.startswith("@"):
        return text
    if not text.removeprefix("-").isdigit():
        raise bad(refusals.CHAT_NOT_FOUND)
    return int(text)


def _json(name: str, value: Any, kind: type, told: str) -> Any:
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError:
            raise bad(f"can't parse {name.replace('_', ' ')} JSON object") from None
    if not isinstance(value, kind):
        raise bad(f"can't parse {name.replace('_', ' ')}: expected an {told}")
    return value


def _object(body: bytes) -> Json:
    try:
        read = json.loads(body or b"{}")
    except ValueError:
        raise bad("can't parse JSON object") from None
    if not isinstance(read, dict):
        raise bad("expected a JSON object")
    return read


async def _multipart(request: Request, raw: Json) -> tuple[Json, dict[str, Upload]]:
    uploads = {}
    async with request.form(max_part_size=64 * 1024 * 1024) as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                kind = value.content_type or "application/octet-stream"
                uploads[name] = Upload(value.filename or name, kind, await value.read())
            else:
                raw[name] = value
    return raw, uploads
