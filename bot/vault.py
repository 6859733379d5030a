"""The vault: what goes in is sealed for a key that is not on this machine.

Backups are sealed with the public half of a pair (X25519); who steals a backup, or all of the
server, opens none. Each backup has a key of its own (HKDF), each block of it is sealed under its
number (ChaCha20-Poly1305), and the last says that it is the last: cut off, it is refused.
"""

import zlib
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

MAGIC = b"guide-backup-1\n"
BLOCK = 1 << 20  # bytes sealed together
MORE, LAST = b"more", b"last"


class Closed(ValueError):
    """This key does not open it, or it is damaged."""


def pair() -> tuple[str, str]:
    """A new pair, each half 64 signs: the public one, and the secret one."""
    made = X25519PrivateKey.generate()
    return made.public_key().public_bytes_raw().hex(), made.private_bytes_raw().hex()


def seal(lines: Iterable[bytes], public: str, out: BinaryIO) -> None:
    """Write the lines, sealed for whoever holds the other half of this key."""
    own, theirs = X25519PrivateKey.generate(), X25519PublicKey.from_public_bytes(_half(public))
    met = own.public_key().public_bytes_raw()
    sealer = ChaCha20Poly1305(_key(own.exchange(theirs), met))
    out.write(MAGIC + met)
    for number, (block, is_last) in enumerate(_blocks(lines)):
        closed = sealer.encrypt(_nonce(number), block, LAST if is_last else MORE)
        out.write(len(closed).to_bytes(4, "big") + closed)


def _blocks(lines: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """The lines pressed and cut into blocks; the last one, which may be empty, says so."""
    press, held = zlib.compressobj(), b""
    for line in lines:
        held += press.compress(line)
        while len(held) > BLOCK:
            yield held[:BLOCK], False
            held = held[BLOCK:]
    yield held + press.flush(), True


def unseal(sealed: BinaryIO, secret: str) -> Iterator[bytes]:
    """The lines; raises Closed where the key is another one, or anything was changed or cut off."""
    if sealed.read(len(MAGIC)) != MAGIC:
        raise Closed("this is no backup of the guide")
    met = sealed.read(32)
    opener = _opener(met, secret)
    unpress, rest = zlib.decompressobj(), b""
    for block in _opened(sealed, opener):
        *whole, rest = (rest + unpress.decompress(block)).split(b"\n")
        yield from whole


def _opener(met: bytes, secret: str) -> ChaCha20Poly1305:
    try:
        mine = X25519PrivateKey.from_private_bytes(_half(secret))
        return ChaCha20Poly1305(_key(mine.exchange(X25519PublicKey.from_public_bytes(met)), met))
    except ValueError:
        raise Closed("this is no key of a pair, or the backup is cut off") from None


def _opened(sealed: BinaryIO, opener: ChaCha20Poly1305) -> Iterator[bytes]:
    number, is_last = 0, False
    while not is_last:
        length = int.from_bytes(sealed.read(4), "big")
        block = sealed.read(length)
        is_last = len(nothing := sealed.read(1)) == 0
        sealed.seek(-len(nothing), 1)
        try:
            yield opener.decrypt(_nonce(number), block, LAST if is_last else MORE)
        except (InvalidTag, ValueError):
            raise Closed("this key does not open it, or it is damaged") from None
        number += 1


def _half(key: str) -> bytes:
    try:
        return bytes.fromhex(key.strip())
    except ValueError:
        raise Closed("a key is 64 signs of 0-9 and a-f") from None


def _key(shared: bytes, met: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt=met, info=b"guide backup").derive(shared)


def _nonce(number: int) -> bytes:
    return number.to_bytes(12, "big")
