"""A poster as one page of PDF: plain words in a standard font, and a QR code drawn as squares."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import segno

WIDTH, HEIGHT, MARGIN = 595, 842, 56
"""A4 in points."""
QR_SIDE, QR_BORDER = 260, 4
BOLD, PLAIN = "F1", "F2"
_AVERAGE = 0.52
"""Width of a letter of Helvetica as a part of its height, rounded up so that no line runs off the page."""


@dataclass(frozen=True)
class Words:
    """What the poster says. ``link`` is also what the code holds; ``text`` has a paragraph a line."""

    title: str
    text: str
    how: str
    link: str
    by: str


def as_pdf(words: Words) -> bytes:
    """One A4 page, printable in black and white. Raises ValueError for letters that the font does not have."""
    lines = [*_block(words.title, BOLD, 34, HEIGHT - 96)]
    y = HEIGHT - 96 - 46 * len(lines)
    for paragraph in words.text.splitlines():
        placed = [*_block(paragraph, PLAIN, 18, y)]
        lines, y = [*lines, *placed], y - 25 * len(placed) - 6
    bottom = max(MARGIN + 64, y - QR_SIDE - 44)
    lines += _block(words.how, BOLD, 16, bottom + QR_SIDE + 12)
    lines += _block(words.link, BOLD, 16, bottom - 26)
    lines += _block(words.by, PLAIN, 11, MARGIN - 12)
    return _document("\n".join([*lines, *_code(words.link, bottom)]).encode("cp1252"))


def as_png(link: str) -> bytes:
    """The code alone, for a poster of one's own."""
    out = io.BytesIO()
    segno.make(link, error="m").save(out, kind="png", scale=12, border=QR_BORDER)
    return out.getvalue()


def _block(text: str, font: str, size: int, y: float) -> Iterator[str]:
    for number, line in enumerate(textwrap.wrap(text, int((WIDTH - 2 * MARGIN) / (size * _AVERAGE)))):
        escaped = line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        yield f"BT /{font} {size} Tf {MARGIN} {y - number * size * 1.35:.1f} Td ({escaped}) Tj ET"


def _code(link: str, bottom: float) -> Iterator[str]:
    """Dark squares of the code, row by row from the top."""
    rows = [*segno.make(link, error="m").matrix]
    side = QR_SIDE / (len(rows) + 2 * QR_BORDER)
    for down, row in enumerate(rows, start=1):
        for across, dark in enumerate(row):
            if dark:
                x, y = MARGIN + (across + QR_BORDER) * side, bottom + QR_SIDE - (down + QR_BORDER) * side
                yield f"{x:.2f} {y:.2f} {side:.2f} {side:.2f} re f"


def _document(page: bytes) -> bytes:
    fonts = [
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()
        for name in ("Helvetica-Bold", "Helvetica")
    ]
    page_object = (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents 4 0 R "
        f"/Resources << /Font << /{BOLD} 5 0 R /{PLAIN} 6 0 R >> >> >>"
    ).encode()
    contents = f"<< /Length {len(page)} >>\nstream\n".encode() + page + b"\nendstream"
    catalog, pages = b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    return _file([catalog, pages, page_object, contents, *fonts])


def _file(objects: Sequence[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}".encode()
