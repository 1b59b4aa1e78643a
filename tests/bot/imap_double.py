"""A loopback IMAP server over TLS, as far as a mailbox is read and emptied: one user, one folder."""

from __future__ import annotations

import re
import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec


@dataclass
class Folder:
    """Mails by their uid, and each one's flags."""

    mails: dict[int, bytes] = field(default_factory=dict)
    flags: dict[int, set[str]] = field(default_factory=dict)
    logins: list[str] = field(default_factory=list)

    def add(self, raw: bytes) -> int:
        uid = len(self.flags) + 1
        self.mails[uid], self.flags[uid] = raw, set()
        return uid

    @property
    def unread(self) -> list[int]:
        return [uid for uid in self.mails if r"\Seen" not in self.flags[uid]]


class _Session(socketserver.StreamRequestHandler):
    server: _Server

    def handle(self) -> None:
        self._say("* OK ready")
        while line := self.rfile.readline():
            tag, _, command = line.decode().strip().partition(" ")
            for answer in self._answers(command):
                self._say(answer)
            self._say(f"{tag} OK done" if self._allowed(command) else f"{tag} NO no")
            if command.upper() == "LOGOUT":
                return

    def _say(self, text: str | bytes) -> None:
        self.wfile.write((text.encode() if isinstance(text, str) else text) + b"\r\n")

    def _allowed(self, command: str) -> bool:
        folder = self.server.folder
        if command.upper().startswith("LOGIN"):
            folder.logins.append(command[6:])
            return command[6:] == 'hello "pass word"'
        return not command.upper().startswith("SELECT") or command[7:] == "INBOX"

    def _answers(self, command: str) -> Iterator[str | bytes]:
        folder, upper = self.server.folder, command.upper()
        if upper == "CAPABILITY":
            yield "* CAPABILITY IMAP4rev1"
        elif upper.startswith("SELECT"):
            yield f"* {len(folder.mails)} EXISTS"
        elif upper.startswith("UID SEARCH UNSEEN"):
            yield "* SEARCH " + " ".join(map(str, folder.unread))
        elif found := re.match(r"UID FETCH (\d+) \(BODY\.PEEK\[\]<0\.(\d+)>\)", command):
            raw = folder.mails[int(found[1])][: int(found[2])]
            yield f"* 1 FETCH (UID {found[1]} BODY[]<0> {{{len(raw)}}}".encode() + b"\r\n" + raw + b")"
        elif found := re.match(r"UID STORE (\d+) \+FLAGS \((.+)\)", command):
            folder.flags[int(found[1])].update(found[2].split())
        elif upper == "EXPUNGE":
            for uid in [uid for uid in folder.mails if r"\Deleted" in folder.flags[uid]]:
                del folder.mails[uid]


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, folder: Folder, context: ssl.SSLContext) -> None:
        super().__init__(("127.0.0.1", 0), _Session)
        self.folder = folder
        self.socket = context.wrap_socket(self.socket, server_side=True)


@contextmanager
def imap(folder: Folder, where: Path) -> Iterator[tuple[str, ssl.SSLContext]]:
    """The mailbox's URL, and the context that trusts its certificate."""
    certificate, key = _certificate(where)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    with _Server(folder, context) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        trusting = ssl.create_default_context(cafile=str(certificate))
        yield f"imaps://hello:pass%20word@127.0.0.1:{server.server_address[1]}/INBOX", trusting
        server.shutdown()
        thread.join()


def _certificate(where: Path) -> tuple[Path, Path]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    alternative = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    built = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    built = built.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=2))
    signed = built.add_extension(alternative, critical=False).sign(key, hashes.SHA256())
    paths = where / "certificate.pem", where / "key.pem"
    paths[0].write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    unlocked = serialization.NoEncryption()
    paths[1].write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, unlocked))
    return paths
