"""Query texts for the comparison of the two stores: made by rule from small parts, always the same for the same count.

Three kinds: every listed function on every kind of value; operators between values; patterns over the contract's graph
with conditions, aggregates, order and slices. What is excepted by the contract (which rows LIMIT picks among equals,
`collect` without an order, the clock) is not made.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator

VALUES = (
    "null", "true", "false", "0", "1", "-3", "7", "2.5", "-0.5", "1e3", "''", "'三服务'", "'五个坚持'", "'𠮷a'", "' a b '",
    "'12'", "'-1.5'", "'true'", "'2022-10-28'", "[]", "[1, 2, 3]", "['甲', '乙']", "[null, 1]", "[[1], [2]]", "{}", "{a: 1, b: '甲'}",
)  # fmt: skip
NUMBERS = ("0", "1", "-3", "7", "2.5", "-0.5", "null")
STRINGS = ("''", "'三服务'", "'𠮷a𠮷'", "' a b '", "'AbC'", "null")
LISTS = ("[]", "[1, 2, 3]", "['甲', '乙', null]", "[[1], [2]]", "null")

ONE = """abs ceil floor sign round sqrt exp log log10 sin cos tan asin acos atan cot degrees radians haversin isNaN
    toInteger toFloat toString toBoolean toIntegerOrNull toFloatOrNull toStringOrNull toBooleanOrNull size isEmpty reverse
    head last tail trim ltrim rtrim btrim toLower toUpper lower upper char_length character_length coalesce keys
    toIntegerList toFloatList toStringList toBooleanList date normalize""".split()
TWO = {
    "left": (STRINGS, NUMBERS), "right": (STRINGS, NUMBERS), "split": (STRINGS, STRINGS), "substring": (STRINGS, NUMBERS),
    "atan2": (NUMBERS, NUMBERS), "range": (NUMBERS, NUMBERS), "nullIf": (NUMBERS, NUMBERS), "round": (NUMBERS, NUMBERS),
    "coalesce": (NUMBERS, STRINGS),
}  # fmt: skip
OPERATORS = ("=", "<>", "<", "<=", ">", ">=", "+", "-", "*", "/", "%", "^", "IN", "STARTS WITH", "ENDS WITH", "CONTAINS", "=~", "AND", "OR", "XOR")


def queries() -> Iterator[str]:
    """Yield all texts."""
    yield from functions()
    yield from operators()
    yield from expressions(400)
    yield from patterns(500)


def functions() -> Iterator[str]:
    """Yield each function on each value."""
    for name, value in itertools.product(ONE, VALUES):
        yield f"RETURN {name}({value}) AS x"
    for name, (first, second) in TWO.items():
        for a, b in itertools.product(first, second):
            yield f"RETURN {name}({a}, {b}) AS x"
    for a, b, c in itertools.product(STRINGS, ("''", "'a'", "'服'", "null"), ("''", "'xy'", "null")):
        yield f"RETURN replace({a}, {b}, {c}) AS x"
    for a, b, c in itertools.product(STRINGS, ("0", "1", "-1", "null"), ("0", "2", "9", "null")):
        yield f"RETURN substring({a}, {b}, {c}) AS x"


def operators() -> Iterator[str]:
    """Yield operators between values, indexes and slices, and values through a variable (no folding of constants)."""
    for operator in OPERATORS:
        for a, b in itertools.product(VALUES, repeat=2):
            if hash_of(operator + a + b) % 5 == 0:
                yield f"RETURN {a} {operator} {b} AS x"
                yield f"UNWIND [{a}] AS a UNWIND [{b}] AS b RETURN a {operator} b AS x"
    for values, low, high in itertools.product(LISTS, ("0", "1", "-1", "5", "null"), ("", "..", "..2", "..-1", "..null")):
        yield f"RETURN {values}[{low}{high}] AS x"
    for value in VALUES:
        for test in ("IS NULL", "IS NOT NULL", "IS :: INTEGER", "IS :: STRING", "IS :: LIST<ANY>", "IS TYPED FLOAT"):
            yield f"RETURN {value} {test} AS x"
    for order in ("", " DESC"):
        yield f"UNWIND [{', '.join(VALUES)}] AS v RETURN v AS x ORDER BY x{order}"
        yield f"UNWIND [{', '.join(VALUES)}] AS v WITH DISTINCT v RETURN v AS x ORDER BY x{order}"
    for name in ("min", "max", "sum", "avg", "count", "stDev", "stDevP"):
        for pool in (NUMBERS, STRINGS, LISTS, ("null",), VALUES):
            yield f"UNWIND [{', '.join(pool)}] AS v RETURN {name}(v) AS x"
            yield f"UNWIND [{', '.join(pool)}] AS v RETURN {name}(DISTINCT v) AS x"


def hash_of(text: str) -> int:
    """Return a number that is the same in every run."""
    value = 0
    for char in text:
        value = (value * 131 + ord(char)) % 1_000_003
    return value


def expressions(count: int = 400, seed: int = 3) -> Iterator[str]:
    """Yield deeper expressions."""
    rng = random.Random(seed)
    for _ in range(count):
        yield f"UNWIND [1, 2, null] AS a UNWIND ['甲', 'b', null] AS s WITH a, s, [a, 1, 3] AS l RETURN {_expression(rng, 3)} AS x"


def _expression(rng: random.Random, depth: int) -> str:
    if depth == 0:
        return rng.choice(("a", "s", "l", "1", "2.0", "'甲'", "null", "true", "[]"))
    e = lambda: _expression(rng, depth - 1)  # noqa: E731
    return rng.choice(
        (
            lambda: f"({e()} {rng.choice(('=', '<>', '<', '>=', 'IN', 'AND', 'OR', 'XOR'))} {e()})",
            lambda: f"coalesce({e()}, {e()})",
            lambda: f"CASE WHEN a > 1 THEN {e()} ELSE {e()} END",
            lambda: f"CASE {e()} WHEN {e()} THEN 1 WHEN null THEN 2 ELSE {e()} END",
            lambda: f"[i IN l WHERE i {rng.choice(('>', '=', '<>'))} a | {e()}]",
            lambda: f"[{e()}, {e()}]",
            lambda: f"({e()} IS {rng.choice(('', 'NOT '))}NULL)",
            lambda: f"NOT ({e()} = {e()})",
            lambda: f"{{k: {e()}}}.k",
            lambda: f"[{e()}, {e()}][{rng.choice('01')}]",
            lambda: f"toString({rng.choice(('a', 's', '2.0', 'true'))})",
            lambda: f"size(toString({rng.choice(('a', 's'))}))",
            lambda: f"{rng.choice(('any', 'all', 'none', 'single'))}(i IN l WHERE i {rng.choice(('>', '='))} a)",
            lambda: f"reduce(t = 0, i IN l | t + coalesce(i, {rng.choice('12')}))",
            lambda: f"(a {rng.choice('+-*')} {rng.choice(('1', '2.0', 'a'))})",
        )
    )()


_NODES = ("(n:Principle)", "(n:Slogan)", "(n:Speech)", "(n:Theme)", "(n:Person)", "(n:Principle|Slogan)", "(n:Section)", "(n:!Sentence&!Section)")
_STEPS = (
    "", "", "<-[r:USES]-(m:Speech)", "-[r:ABOUT]->(m:Theme)", "-[r:USES|CITES]->(m)", "<-[r:EXPRESSES]-(m:Section)", "-[r:COMPRISES]-(m)",
    "-[r:CO_OCCURS {unit: 'sentence'}]-(m)", "<-[r:NAMES]-(m)", "-[r:QUOTES]->(m:Quotation)", "-[r]-(m:Theme)", "-[r:HAS_SECTION*1..3]->(m)",
)  # fmt: skip
_KEYS = ("name", "kind", "level", "genre", "date_earliest", "order", "attested", "absent")
_WHERE = (
    "n.{k} = n.{j}", "n.{k} IS NULL", "n.{k} IS NOT NULL", "n.name CONTAINS '三'", "n.name STARTS WITH '中' OR n.{k} IS NULL", "NOT n.{k} = '讲话'",
    "n.{k} > 'county'", "n.{k} <> n.{j}", "size(n.name) > 3 AND n.{k} IS NULL", "n.name =~ '.*[三五].*'", "n.{k} IN ['讲话', 'city', null]",
    "EXISTS {{ (n)--(:Theme) }}", "COUNT {{ (n)--() }} > 4", "NOT (n)--(:Speech)", "exists {{ (n)<-[u:USES]-() WHERE u.count > 1 }}",
    "any(l IN labels(n) WHERE l = 'Theme')", "n:Principle OR n.{k} = '讲话'", "(n.order > 1) XOR (n.name < '五')", "n.order % 2 = 1", "true",
)  # fmt: skip
_RETURN = (
    "n.name AS a, n.{k} AS b ORDER BY a, b, n.id SKIP 2 LIMIT 9", "count(*) AS c", "n.{k} AS a, count(*) AS c", "n.{k} AS a, count(DISTINCT n.{j}) AS c",
    "DISTINCT n.{k} AS a, n.{j} AS b", "labels(n) AS a, count(n) AS c, min(n.name) AS m, max(n.{k}) AS x", "n.{k} AS a, avg(size(n.name)) AS v",
    "n.{k} AS a, sum(n.order) AS s, count(n.order) AS c", "count(DISTINCT n) AS c, count(n.{k}) AS d", "n.{k} AS a, size(collect(DISTINCT n.{j})) AS c",
    "n ORDER BY n.id LIMIT 3", "n {{.name, .{k}, x: 1}} AS m ORDER BY n.id LIMIT 5", "properties(n).name AS a, n['{k}'] AS b ORDER BY a, b LIMIT 7",
    "CASE n.{k} WHEN '讲话' THEN 1 WHEN null THEN 2 ELSE 3 END AS a, count(*) AS c", "count(*) + count(n.{k}) AS c, count(*) > 3 AS d",
    "n.{k} AS a, percentileCont(size(n.name), 0.5) AS p, percentileDisc(size(n.name), 0.9) AS q", "n.{k} AS a, stDev(size(n.name)) AS s",
    "n.{k} + '/' + n.{j} AS a, count(*) AS c", "substring(n.name, 0, 2) AS a, count(*) AS c ORDER BY c DESC, a LIMIT 6", "max(n.{k}) AS a, min(n.{j}) AS b",
    "n.{k} = 'x' OR n.{j} IS NULL AS a, count(*) AS c", "n.{k} AS a, {{c: count(*), m: max(n.name)}} AS m", "elementId(n) IS NOT NULL AS a, count(*) AS c",
)  # fmt: skip
_SECOND = (
    "type(r) AS a, count(*) AS c", "m.name AS a, count(DISTINCT n) AS c", "labels(m) AS a, sum(r.count) AS s, avg(r.count) AS v", "r ORDER BY r.id LIMIT 3",
    "startNode(r) = n AS a, count(*) AS c", "n.{k} AS a, m.{j} AS b, count(*) AS c", "r.{k} AS a, count(r.count) AS c, max(r.weight) AS w",
    "keys(r)[0] IS NOT NULL AS a, count(*) AS c", "size(r.evidence) AS a, count(*) AS c", "n.name AS a, m.name AS b, r.count AS c ORDER BY c DESC, a, b, r.id LIMIT 8",
)  # fmt: skip
_BETWEEN = (
    "", "", "", "WITH n, {m}count(*) AS times WHERE times > 1 ", "WITH DISTINCT n{mm} ", "WITH n{mm} ORDER BY n.id{mo} LIMIT 20 ", "OPTIONAL MATCH (n)--(o:Theme) ",
    "OPTIONAL MATCH (n)<-[:USES]-(o) WHERE o.level = 'city' ", "MATCH (n)-[:ABOUT]->(o) ", "UNWIND [1, null, 2] AS u ", "CALL (n) {{ MATCH (n)--(z) RETURN count(z) AS zs }} ",
)  # fmt: skip


def patterns(count: int = 500, seed: int = 5) -> Iterator[str]:
    """Yield queries over the graph."""
    rng = random.Random(seed)
    for _ in range(count):
        step = rng.choice(_STEPS)
        walk = "*" in step
        k, j = rng.choice(_KEYS), rng.choice(_KEYS)
        where = rng.choice(_WHERE).format(k=rng.choice(_KEYS), j=rng.choice(_KEYS))
        between = rng.choice(_BETWEEN)
        kept = step and not walk
        between = between.format(m="m, r, " if kept else "", mm=", m, r" if kept else "", mo=", m.id, r.id" if kept else "")
        ends = _RETURN + (_SECOND * 2 if kept else ())
        end = rng.choice(ends).format(k=k, j=j)
        if "ORDER BY" not in end and not end.startswith("DISTINCT") and "count" not in end and "(" not in end:
            end = f"{end}"
        yield f"MATCH {rng.choice(_NODES)}{step} WHERE {where} {between}RETURN {end}"
