"""Chinese numerals, both ways."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.numerals import number_from_numeral, numeral_from_number


@given(st.integers(1, 999))
def test_a_written_number_is_read_back(number):
    assert number_from_numeral(numeral_from_number(number)) == number


@pytest.mark.parametrize(
    "text, number",
    [
        pytest.param("第二十", 20, id="ordinal"),
        pytest.param("一九四九", 1949, id="digit by digit"),
        pytest.param("二○二二", 2022, id="round zero"),
        pytest.param("３", 3, id="full width"),
        pytest.param("卅一", 31, id="old form"),
        pytest.param("", None, id="empty"),
        pytest.param("几", None, id="no numeral"),
    ],
)
def test_numerals(text, number):
    assert number_from_numeral(text) == number


@pytest.mark.parametrize("number", [0, 1000, -3])
def test_numbers_out_of_range_are_refused(number):
    with pytest.raises(ValueError, match=str(number)):
        numeral_from_number(number)
