"""Chinese numerals: 二十三 or 二〇二二 in, integers out, and back.

Only what names and dates need: up to 9999, written with 十 and 百 or digit by digit.
"""

from __future__ import annotations

DIGITS = {c: n for n, row in enumerate(("〇零○0０", "一1１", "二两2２", "三3３", "四4４")) for c in row}
DIGITS |= {c: n for n, row in enumerate(("五5５", "六6６", "七7７", "八8８", "九9９"), 5) for c in row}
_UNITS = {"十": 10, "百": 100, "千": 1000}
NUMERAL = "[〇零○一二三四五六七八九十百两0-9０-９]"
"""One character of a numeral, for use in patterns."""


def number_from_numeral(text: str) -> int | None:
    """Read a numeral; None where it is none.

    >>> [number_from_numeral(t) for t in ("二十", "十八", "二〇二二", "第三", "19", "一百零五", "廿五")]
    [20, 18, 2022, 3, 19, 105, 25]
    """
    text = text.removeprefix("第").replace("廿", "二十").replace("卅", "三十")
    if not text or any(c not in DIGITS and c not in _UNITS for c in text):
        return None
    if not any(c in _UNITS for c in text):
        return int("".join(str(DIGITS[c]) for c in text))
    total, digit = 0, None
    for c in text:
        if c in _UNITS:
            total += (1 if digit is None else digit or 1) * _UNITS[c]
            digit = None
        else:
            digit = DIGITS[c]
    return total + (digit or 0)


def numeral_from_number(number: int) -> str:
    """Write 1 to 999 with 十 and 百.

    >>> [numeral_from_number(n) for n in (5, 10, 14, 20, 22, 105, 110)]
    ['五', '十', '十四', '二十', '二十二', '一百零五', '一百一十']
    """
    if not 0 < number < 1000:
        raise ValueError(f"{number} is not between 1 and 999.")
    digits = "零一二三四五六七八九"
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{digits[hundreds]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else digits[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (digits[ones] if ones else "")
