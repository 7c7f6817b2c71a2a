"""Bytes in, text out: UTF-8, UTF-16, GB18030 and Big5 told apart; nothing of the text is changed but a byte order mark.

Line ends stay as they are, because offsets refer to the decoded text. A text that is valid UTF-8 is UTF-8. For the rest
charset-normalizer proposes which of the encodings in use for Chinese are possible; it cannot choose between them in
short texts (it takes 讲话 in GB18030 for Big5), so the choice is made by how common the decoded characters are.
"""

from __future__ import annotations

import codecs
import re
from functools import cache

from extract.errors import InputError

CANDIDATES = ("gb18030", "big5", "cp950", "big5hkscs", "utf_16_le", "utf_16_be")
"""Encodings tried for what is not UTF-8; of equally plausible ones the first wins."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_BINARY_STARTS = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"\x7fELF", b"SQLite")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_SAMPLE_CHARS = 50_000
_SHORT_BYTES = 400

_FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形"
    "相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展"
    "五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必"
    "战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切"
    "讲话书记坚持贯彻落实领导习近平"
    "這個國時來們對會發動說產種後學經過進電裡現實關從業還開兩體點當與質氣結問題長無黨總記領導講話書"
)
_MARKS_OF_CHINESE = frozenset("，。、；：？！“”‘’（）《》—…　「」『』")


def decode(data: bytes, path: str) -> str:
    """Return the text of a file's bytes; `path` is for messages only.

    Raises:
        InputError: the file is empty, binary, or in no encoding that is read here.
    """
    if not data.strip():
        raise InputError(f"{path}: the file is empty. Give a file that holds text.")
    text = _decode_marked(data, path)
    if text is None:
        if data.startswith(_BINARY_STARTS):
            raise _binary(path)
        text = _decode_utf8(data)
    if text is None:
        text = _decode_chinese(data, path)
    if not text.strip("\ufeff \t\r\n\u3000"):
        raise InputError(f"{path}: the file holds only white space. Give a file that holds text.")
    if len(_CONTROL.findall(text)) > len(text) // 100:
        raise _binary(path)
    return text


def _decode_marked(data: bytes, path: str) -> str | None:
    """Decode bytes that begin with a byte order mark; None where there is none."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise InputError(
                    f"{path}: the byte order mark says {encoding}, but byte {len(mark) + error.start} does not fit. "
                    "Save the file again as UTF-8."
                ) from None
    return None


def _decode_utf8(data: bytes) -> str | None:
    """Decode valid UTF-8; None for other bytes, and where NULs point to UTF-16."""
    if b"\0" in data:
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _decode_chinese(data: bytes, path: str) -> str:
    """Decode by the most plausible of the candidate encodings."""
    best: tuple[float, str] | None = None
    for encoding in _proposed(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        score = plausibility(text[:_SAMPLE_CHARS], encoding)
        if best is None or score > best[0]:
            best = (score, text)
    if best is not None and best[0] > 0:
        return best[1]
    if best is None and b"\0" not in data:
        raise InputError(
            f"{path}: the bytes are neither UTF-8 (byte {_first_bad_byte(data)} does not fit) nor wholly GB18030, Big5 or "
            "UTF-16. Save the file again as UTF-8."
        )
    raise _binary(path)


def _proposed(data: bytes) -> list[str]:
    """Return the candidates that charset-normalizer thinks possible, or all where it cannot know."""
    if len(data) < _SHORT_BYTES:
        return list(CANDIDATES)
    from charset_normalizer import from_bytes

    matches = from_bytes(data, cp_isolation=list(CANDIDATES), preemptive_behaviour=False)
    possible = {name for match in matches for name in (match.encoding, *match.could_be_from_charset)}
    return [name for name in CANDIDATES if name in possible] or list(CANDIDATES)


def plausibility(text: str, encoding: str) -> float:
    """Return how much a text looks like Chinese: from -3 (none of it) to 3 (only the most frequent characters).

    The mean over the characters outside ASCII: frequent characters 3, punctuation of Chinese 2, other characters in
    everyday use 1 (simplified ones for GB18030, traditional for Big5), rare ones 0, anything else -3. A text all in
    ASCII has 1, unless it holds NULs.
    """
    if _CONTROL.search(text):
        return -3.0
    rest = [char for char in text if char > "\x7f"]
    if not rest:
        return 1.0
    common = _common(encoding)
    total = 0
    for char in rest:
        if char in _FREQUENT:
            total += 3
        elif char in _MARKS_OF_CHINESE:
            total += 2
        elif char in common:
            total += 1
        elif not "\u3400" <= char <= "\u9fff" and not "\uff01" <= char <= "\uff5e" and char < "\U00020000":
            total -= 3
    return total / len(rest)


@cache
def _common(encoding: str) -> frozenset[str]:
    """Return the characters in everyday use among those of an encoding: the first plane of GB 2312, of Big5, or both."""
    planes = {"gb2312": range(0xB0, 0xD8), "big5": range(0xA4, 0xC7)}
    own = {"gb18030": ("gb2312",), "utf_16_le": ("gb2312", "big5"), "utf_16_be": ("gb2312", "big5")}.get(encoding, ("big5",))
    chars = set()
    for plane in own:
        for lead in planes[plane]:
            for trail in range(0x40, 0xFF):
                chars.update(bytes((lead, trail)).decode(plane, "ignore"))
    return frozenset(char for char in chars if "\u4e00" <= char <= "\u9fff")


def _first_bad_byte(data: bytes) -> int:
    """Return the offset of the first byte that is not UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return len(data)


def _binary(path: str) -> InputError:
    return InputError(f"{path}: this is not a text file (it holds binary data). Give a text file, for example .txt or .md.")
