"""Keys: what people write for themselves is sealed before it is kept, and opened for them only."""

import hashlib
import hmac
import secrets
from base64 import urlsafe_b64encode
from functools import cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet


class Keys:
    """Seals with the newest secret, opens with any; secrets stand in one line, the newest first."""

    def __init__(self, secrets_in_line: str) -> None:
        each = [secret.strip() for secret in secrets_in_line.split(",") if secret.strip()]
        self._secrets = [secret.encode() for secret in each]
        self._all = MultiFernet([Fernet(_key(secret)) for secret in each])

    @classmethod
    def made(cls) -> "Keys":
        """Keys for this process only: what they seal nobody opens later."""
        return cls(secrets.token_hex(32))

    def seal(self, words: str) -> bytes:
        """The words, sealed."""
        return self._all.encrypt(words.encode())

    def seal_anew(self, sealed: bytes) -> bytes | None:
        """The same words under the newest secret; nothing where no secret here opens them."""
        try:
            return self._all.rotate(sealed)
        except InvalidToken:
            return None

    def marks(self, person: int) -> list[bytes]:
        """The hash of somebody's number under each secret, the newest first: for tombstones."""
        return [_hash(secret, "forgotten", person) for secret in self._secrets]

    def pseudonym(self, person: int) -> int:
        """A number in the place of theirs, which Telegram gives to nobody: it has over 52 bits."""
        return 1 << 60 | int.from_bytes(_hash(self._secrets[0], "pseudonym", person)[:7], "big")

    def alias(self, person: int) -> str:
        """How somebody is called in logs and lists: a short word nobody can turn back."""
        return _hash(self._secrets[0], "alias", person).hex()[:12]

    def open(self, sealed: bytes) -> str:
        """The words; nothing where the secret they were sealed with is gone."""
        try:
            return self._all.decrypt(sealed).decode()
        except InvalidToken:
            return ""


@cache
def ours() -> Keys:
    """The keys of all of this process, where no secret was given."""
    return Keys.made()


def _hash(secret: bytes, purpose: str, person: int) -> bytes:
    return hmac.digest(secret, f"{purpose} {person}".encode(), "sha256")


def _key(secret: str) -> bytes:
    return urlsafe_b64encode(hashlib.sha256(secret.encode()).digest())
