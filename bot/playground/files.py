"""Files: kept in memory under their file_id, sized and dated like Telegram's."""

import hashlib
import struct
from dataclasses import dataclass

from telegram.constants import FileSizeLimit

from bot.playground.refusals import Refused, bad
from bot.playground.shapes import Json, filled

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}


@dataclass
class File:
    """One file somebody sent."""

    id: str
    kind: str
    content: bytes
    name: str
    type: str

    @property
    def unique(self) -> str:
        """What stays the same when the file is sent again."""
        return "AQ" + hashlib.sha256(self.content).hexdigest()[:14]

    @property
    def path(self) -> str:
        """Where the file is downloaded from."""
        return f"{self.kind}s/{self.id[-12:]}/{self.name}"

    def size(self) -> Json:
        """The file's names and its weight, as in every object that holds a file."""
        weight = {"file_size": len(self.content)}
        return {"file_id": self.id, "file_unique_id": self.unique, **weight}

    def as_photo(self) -> list[Json]:
        """The file as a photo in a message."""
        width, height = dimensions(self.content)
        return [{**self.size(), "width": width, "height": height}]

    def as_document(self) -> Json:
        """The file as a document in a message."""
        return self.size() | filled(file_name=self.name, mime_type=self.type)


class Files:
    """All files, by file_id."""

    def __init__(self) -> None:
        self._files: dict[str, File] = {}

    def keep(self, kind: str, content: bytes, name: str, type: str) -> File:
        """Take an uploaded file in."""
        _weigh(kind, content)
        number = len(self._files) + 1
        mark = hashlib.sha256(content).hexdigest()[
            :10
        ]  # another run has other files of that number
        file = File(f"BQACAgIAAx{kind[:2]}{mark}{number:012d}", kind, content, name, type)
        if kind == "photo":
            file.as_photo()
        self._files[file.id] = file
        return file

    def find(self, file_id: str, kind: str | None = None) -> File:
        """The file, which must be of the kind it is used as."""
        file = self._files.get(file_id)
        if file is None:
            raise bad("wrong file identifier/HTTP URL specified")
        if kind not in (None, file.kind):
            found, wanted = file.kind.capitalize(), str(kind).capitalize()
            raise bad(f"can't use file of type {found} as {wanted}")
        return file

    def at(self, path: str) -> File | None:
        """The file that is downloaded from this path."""
        return next((file for file in self._files.values() if file.path == path), None)


def dimensions(content: bytes) -> tuple[int, int]:
    """The width and height of a picture."""
    if content.startswith(PNG) and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    if content.startswith(JPEG):
        return _jpeg(content)
    raise bad("IMAGE_PROCESS_FAILED")


def _jpeg(content: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 <= len(content):
        marker, length = content[at + 1], struct.unpack(">H", content[at + 2 : at + 4])[0]
        if marker in FRAMES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + length
    raise bad("IMAGE_PROCESS_FAILED")


def _weigh(kind: str, content: bytes) -> None:
    most = FileSizeLimit.PHOTOSIZE_UPLOAD if kind == "photo" else FileSizeLimit.FILESIZE_UPLOAD
    if not content:
        raise bad("file must be non-empty")
    if len(content) > most:
        raise Refused(413, "Request Entity Too Large")
