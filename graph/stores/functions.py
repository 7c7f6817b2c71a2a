"""The functions that a query may call, the same for every store; what is not here is refused.

Names are in small letters; those of the temporal types with a point are listed whole.
"""

from __future__ import annotations

AGGREGATES = frozenset("avg collect count max min percentilecont percentiledisc stdev stdevp sum".split())
"""Functions that fold many rows into one value."""

PREDICATES = frozenset("all any none single".split())
"""Functions of the form `all(x IN list WHERE …)`."""

_SCALAR = """coalesce elementid endnode exists head id isempty keys labels last length nodes nullif properties range reduce
    relationships reverse size startnode tail timestamp toboolean tobooleanlist tobooleanornull tofloat tofloatlist
    tofloatornull tointeger tointegerlist tointegerornull tostring tostringlist tostringornull type
    shortestpath allshortestpaths"""
_NUMBERS = """abs acos asin atan atan2 ceil cos cot degrees e exp floor haversin isnan log log10 pi radians rand round sign
    sin sqrt tan"""
_STRINGS = """btrim char_length character_length left lower ltrim normalize randomuuid replace right rtrim split substring
    tolower toupper trim upper"""
_TIMES = """date datetime duration localdatetime localtime time date.truncate datetime.truncate localdatetime.truncate
    localtime.truncate time.truncate duration.between duration.indays duration.inmonths duration.inseconds"""

FUNCTIONS = AGGREGATES | PREDICATES | frozenset(" ".join((_SCALAR, _NUMBERS, _STRINGS, _TIMES)).split())
"""Every function that may be called."""

NO_FUNCTIONS = frozenset(
    """acyclic all and any as asc ascending by call case collect contains count desc descending distinct else end ends
    exists finish group groups in is limit match not null offset on optional or order path paths return shortest skip
    starts then trail union unwind walk when where with xor""".split()
) - AGGREGATES - PREDICATES - {"exists"}
"""Words of the language that a bracket may follow without a call being meant."""
