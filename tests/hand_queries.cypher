MATCH (n:Principle) RETURN count(n) > 1 AS x
---
MATCH (s:Speech)-[:USES]->(p) RETURN s.name, count(p) ORDER BY count(p) DESC, s.name
---
MATCH (s:Speech)-[u:USES]->(p) RETURN s.doc AS d, sum(u.count) * 1.0 / count(*) AS m ORDER BY d
---
MATCH (s:Speech)-[u:USES]->(p) RETURN s.doc AS d, toString(count(*)) + '个' AS m ORDER BY d
---
MATCH (s:Speech)-[u:USES]->(p) RETURN s.doc AS d, CASE WHEN count(*) > 40 THEN 'many' ELSE 'few' END AS m ORDER BY d
---
MATCH (s:Speech)-[u:USES]->(p) WITH s, count(p) AS n, avg(u.count) AS a WHERE n > 20 AND a > 1 RETURN s.doc, n, a ORDER BY s.doc
---
MATCH (s:Speech)-[u:USES]->(p) RETURN s.level, max(u.count) - min(u.count) AS spread ORDER BY s.level
---
MATCH (s:Speech) RETURN s.level IS NULL AS none, count(*) AS c ORDER BY c
---
MATCH (s:Speech) RETURN [x IN collect(s.doc) WHERE x STARTS WITH '00'][0] IS NOT NULL AS b
---
MATCH (s:Speech) WITH s ORDER BY s.doc RETURN head(collect(s)).doc AS d
---
MATCH (s:Speech) WITH s ORDER BY s.doc RETURN collect(s)[0].doc AS d
---
MATCH (s:Speech) WITH s ORDER BY s.doc RETURN collect(s.doc)[1..3] AS d
---
MATCH (s:Speech) WITH s ORDER BY s.doc RETURN collect({d: s.doc, n: s.chars})[0].d AS d
---
MATCH (s:Speech) WITH s ORDER BY s.doc WITH collect(s) AS l RETURN [x IN l | x.doc] AS d, size(l) AS n
---
MATCH (s:Speech) RETURN size([(s)-[:USES]->(p:Principle) | p.name]) AS n ORDER BY n
---
MATCH (s:Speech) RETURN s.doc AS d, size([(s)-[u:USES]->(p:Principle) WHERE u.count > 1 | p.name]) AS n ORDER BY d
---
MATCH (s:Speech) RETURN s.doc AS d, COUNT { (s)-[:USES]->(:Principle) } AS n ORDER BY d
---
MATCH (s:Speech) RETURN s.doc AS d, COUNT { MATCH (s)-[u:USES]->(p:Principle) WHERE u.count > 1 RETURN DISTINCT p } AS n ORDER BY d
---
MATCH (s:Speech) RETURN s.doc AS d, COLLECT { MATCH (s)-[:USES]->(p:Principle) RETURN p.name ORDER BY p.name LIMIT 3 } AS n ORDER BY d
---
MATCH (s:Speech) WHERE EXISTS { MATCH (s)-[:USES]->(p) WHERE p.name CONTAINS '三' } RETURN s.doc ORDER BY s.doc
---
MATCH (s:Speech) WHERE NOT EXISTS { (s)-[:CITES]->() } RETURN s.doc ORDER BY s.doc
---
MATCH (s:Speech) RETURN s.doc, EXISTS { (s)-[:CITES]->() } AND s.level = 'city' AS x ORDER BY s.doc
---
MATCH (s:Speech) WHERE COUNT { (s)-[:CITES]->() } > 1 OR s.level IS NULL RETURN s.doc ORDER BY s.doc
---
MATCH (s:Speech) CALL (s) { MATCH (s)-[u:USES]->(p) RETURN p ORDER BY u.count DESC, p.name LIMIT 2 } RETURN s.doc, p.name ORDER BY s.doc, p.name
---
MATCH (s:Speech) CALL { WITH s MATCH (s)-[u:USES]->(p) RETURN count(p) AS c } RETURN s.doc, c ORDER BY s.doc
---
MATCH (s:Speech) CALL (*) { MATCH (s)-[:CITES]->(d) RETURN count(d) AS c } RETURN s.doc, c ORDER BY s.doc
---
CALL { MATCH (s:Speech) RETURN s.doc AS x UNION MATCH (t:Theme) RETURN t.id AS x } RETURN x ORDER BY x
---
MATCH (s:Speech) OPTIONAL CALL (s) { MATCH (s)-[:CITES]->(d {name: '无'}) RETURN d } RETURN s.doc, d ORDER BY s.doc
---
MATCH (s:Speech) CALL (s) { RETURN s.doc AS k UNION ALL RETURN s.genre AS k } RETURN k, count(*) AS c ORDER BY k
---
MATCH (a:Theme {id: 'loyalty'}), (b:Theme {id: 'study'}), p = shortestPath((a)-[*..6]-(b)) RETURN length(p)
---
MATCH (a:Theme {id: 'loyalty'}), (b:Theme {id: 'study'}) MATCH p = allShortestPaths((a)-[:ABOUT*..6]-(b)) RETURN count(p), min(length(p))
---
MATCH (a:Theme {id: 'loyalty'}), (b:Theme {id: 'study'}) RETURN length(shortestPath((a)-[:ABOUT*..6]-(b))) AS n
---
MATCH p = shortestPath((a:Theme {id: 'loyalty'})-[:ABOUT*]-(b:Theme {id: 'study'})) RETURN length(p)
---
MATCH p = shortestPath((a:Theme)-[:ABOUT*..4]-(b:Theme)) WHERE a.id < b.id RETURN a.id, b.id, length(p) ORDER BY a.id, b.id
---
MATCH p = shortestPath((a:Theme {id: 'loyalty'})-[:ABOUT*..4]-(b:Theme)) WHERE all(n IN nodes(p) WHERE n:Theme OR n:Principle) AND a <> b RETURN b.id, length(p) ORDER BY b.id
---
MATCH p = (a:Theme {id: 'loyalty'})<-[:ABOUT]-(x:Principle)-[:ABOUT]->(b:Theme {id: 'study'}) RETURN p ORDER BY x.id LIMIT 2
---
MATCH p = (s:Speech)-[:HAS_SECTION*1..2]->(c) RETURN length(p), count(*) ORDER BY length(p)
---
MATCH (s:Speech)-[r:HAS_SECTION*1..2]->(c) RETURN size(r), count(*) ORDER BY size(r)
---
MATCH (s:Speech)-[r:HAS_SECTION*0..1]->(c) RETURN labels(c)[0] AS l, count(*) AS n ORDER BY l
---
MATCH (s:Speech)-[r:HAS_SECTION*2]->(c) RETURN count(*)
---
MATCH (s:Speech)-[:HAS_SECTION*..2 {order: 0}]->(c) RETURN count(*)
---
MATCH (s:Speech) ((a)-[:HAS_SECTION]->(b)){1,2} (c:Section) RETURN count(*)
---
MATCH (s:Speech)-[:HAS_SECTION]->+(c:Section) RETURN count(*)
---
MATCH (s:Speech)-[:HAS_SECTION]->*(c) RETURN count(*)
---
MATCH (s:Speech)-[:HAS_SECTION]->{1,2}(c:Section) RETURN count(*)
---
MATCH (s:Speech) ((a)-[r:HAS_SECTION]->(b) WHERE b.level = 1){1,2} (c:Section) RETURN s.doc, size(r) AS n, count(*) ORDER BY s.doc, n
---
MATCH p = (s:Speech) ((a)-[r:HAS_SECTION]->(b)){1,2} (c:Section)-[:EXPRESSES]->(t:Theme) RETURN t.id, count(p) ORDER BY t.id
---
MATCH (n:Theme&!Speech) RETURN count(n)
---
MATCH (n:!Sentence) RETURN count(n)
---
MATCH (n:Person|Organization&!Place) RETURN count(n)
---
MATCH (n:%) RETURN count(n)
---
MATCH (n) WHERE n:Person|Place RETURN count(n)
---
MATCH ()-[r:USES|CITES]->() RETURN type(r), count(*) ORDER BY type(r)
---
MATCH ()-[r:!MENTIONS]->() RETURN count(r)
---
MATCH ()-[r]->() WHERE r:USES OR r:CITES RETURN count(r)
---
MATCH (n:Speech WHERE n.level = 'city') RETURN n.doc
---
MATCH (n:Speech)-[u:USES WHERE u.count > 2]->(p) RETURN n.doc, count(p) ORDER BY n.doc
---
MATCH (a:Speech)-[:USES]->(p)<-[:USES]-(b:Speech) RETURN count(*)
---
MATCH (a:Speech)-[:USES]->(p), (b:Speech)-[:USES]->(p) RETURN count(*)
---
MATCH (a:Speech)-[:USES]->(p) MATCH (b:Speech)-[:USES]->(p) RETURN count(*)
---
MATCH (a)-[r]-(b) RETURN count(*)
---
MATCH (a)-[r]-(a) RETURN count(*)
---
MATCH (a:Theme)--(b:Theme) RETURN count(*)
---
MATCH (a:Theme), (b:Theme) WHERE a <> b AND (a)-[:CO_OCCURS]-(b) RETURN count(*)
---
MATCH (x:Sentence)-[m1:MENTIONS]->(p), (x)-[m2:MENTIONS]->(p) RETURN count(*)
---
MATCH (x:Sentence) OPTIONAL MATCH (x)-[m:MENTIONS]->(p:Person) RETURN count(x), count(p), count(DISTINCT x)
---
MATCH (p:Person) OPTIONAL MATCH (p)<-[n:NAMES]-(s:Speech) WHERE s.level = 'city' RETURN p.name, sum(n.count) AS c ORDER BY c DESC, p.name
---
OPTIONAL MATCH (n:Speech {doc: 'no'}) RETURN n, n.doc, labels(n), size([x IN keys(n) | x])
---
OPTIONAL MATCH (n:Speech {doc: 'no'})-[r]->(m) RETURN type(r), r.count, n.doc IS NULL, nodes(null)
---
MATCH (n:Nothing) RETURN count(n), collect(n.name), sum(n.x), avg(n.x), max(n.x), min(n.x)
---
MATCH (n:Nothing) RETURN n.name, count(n)
---
MATCH (n:Speech) RETURN n.unknown, count(*)
---
MATCH (s:Speech) WITH s.level AS level, count(*) AS c ORDER BY c DESC, level LIMIT 2 RETURN collect(level) AS l
---
MATCH (s:Speech) WITH * ORDER BY s.doc SKIP 1 LIMIT 2 RETURN s.doc
---
MATCH (s:Speech) RETURN s.doc ORDER BY s.chars DESC SKIP 1 LIMIT 2
---
MATCH (s:Speech) RETURN DISTINCT s.genre AS g ORDER BY g
---
MATCH (s:Speech) RETURN s.genre AS g, s.level AS l ORDER BY l DESC, g
---
MATCH (s:Speech) RETURN s.date_latest AS d ORDER BY d
---
MATCH (s:Speech) RETURN s.date_latest AS d ORDER BY d DESC
---
MATCH (s:Speech) RETURN s ORDER BY s.doc LIMIT 1
---
MATCH (s:Speech) RETURN s {.doc, .genre, themes: [(s)-[:EXPRESSES]->(t) WHERE t.id = 'loyalty' | t.name]} AS m ORDER BY s.doc
---
MATCH (s:Speech) RETURN s {.*}.doc AS m ORDER BY m
---
MATCH (s:Speech)-[u:USES]->(p) WITH s, p, u ORDER BY u.count DESC, p.name RETURN s.doc, collect(p.name)[..3] AS top ORDER BY s.doc
---
MATCH (s:Speech)-[u:USES]->(p) WITH s, u.count AS c ORDER BY c RETURN s.doc, collect(c)[-1] AS top, reduce(t = 0, x IN collect(c) | t + x) AS t ORDER BY s.doc
---
MATCH (s:Speech) UNWIND s.date_basis AS b RETURN s.doc, b ORDER BY s.doc, b
---
MATCH (s:Speech)-[u:USES]->(p) UNWIND u.evidence AS e RETURN s.doc, count(DISTINCT e) AS n ORDER BY s.doc
---
MATCH (s:Speech)-[u:USES]->() WHERE size(u.evidence) > 3 RETURN s.doc, split(u.evidence[0], '#')[1] AS e ORDER BY s.doc, e
---
UNWIND [] AS x RETURN x
---
UNWIND null AS x RETURN x
---
UNWIND [1,2,3] AS x RETURN sum(x), avg(x), collect(x), count(*), stDev(x)
---
UNWIND [1, 2] AS x UNWIND ['a', 'b'] AS y RETURN x, y ORDER BY y DESC, x
---
UNWIND range(1, 10) AS x WITH x WHERE x % 3 = 0 RETURN collect(x) AS l
---
UNWIND [{a: 1}, {a: 2}, {b: 1}] AS m RETURN m.a AS a, m.b AS b ORDER BY a, b
---
WITH [1, 2, 3, 4] AS l RETURN l[1..], l[..2], l[-2..], l[5], l[1..10], l[3..1]
---
WITH {a: {b: [1, {c: 2}]}} AS m RETURN m.a.b[1].c, m['a'], m.x.y, keys(m)
---
RETURN 1 < 2 < 3, 1 < 3 < 2, 3 > 2 >= 2, 1 = 1 = 1
---
RETURN 7 / 2, -7 / 2, 7 % 3, -7 % 3, 7.0 / 2, 2 ^ 3, 2 ^ 3 ^ 2, 1 / 2.0
---
RETURN 9223372036854775807 AS big, -9223372036854775808 AS small, 0x1F, 0o17, 1e10, .5
---
RETURN 9223372036854775807 + 1
---
RETURN 1 + '1', '1' + 1, 1.5 + 'a', 'a' + null, [1] + 2, 1 + [2], [1] + [2], 'a' + ['b'], 'a' + true
---
RETURN null = null, null <> null, null IN [null], 1 IN [1, null], 2 IN [1, null], null IN [], NOT null, null AND false, null OR true
---
RETURN [1, null] = [1, null], [1, 2] = [1, 2], [1] < [2], {a: 1} = {a: 1.0}, 1 = 1.0, '1' = 1
---
RETURN 'a' < 'B', '三' < '五', 'a' < 1, true < false, [] < [1], '' < 'a'
---
RETURN toInteger('12'), toInteger('1.9'), toInteger('x'), toInteger(1.9), toFloat('1e3'), toBoolean('TRUE'), toString(1.0), toString(true), toInteger(true)
---
RETURN substring('三服务工作', 1, 2), left('三服务', 2), right('三服务', 2), reverse('三服务'), size('三服务'), toUpper('aß'), trim('　甲　')
---
RETURN split('一、二、三', '、'), replace('三服务', '服', 'X'), 'a' =~ 'A', 'a' =~ '(?i)A', '三服务' =~ '三.*', '三服务' =~ '服', 'x\ny' =~ 'x.y'
---
RETURN '三服务' CONTAINS '', '三服务' STARTS WITH null, '三服务' ENDS WITH '务', NOT '甲' CONTAINS '乙'
---
RETURN 'it\'s', "say \"x\"", 'tab\tnew\nline', 'back\\slash', '\u4e09'
---
RETURN coalesce(null, 1), coalesce(null, null), head([]), last([1, 2]), tail([1]), size([]), range(1, 5, 2), range(5, 1, -2), range(3, 1)
---
RETURN abs(-1), ceil(1.2), floor(-1.2), round(2.5), round(-2.5), round(1.249, 1), sign(-3), sqrt(16), exp(0), log(1), pi() > 3
---
RETURN round(1.25, 1), round(1.35, 1), round(-1.25, 1), round(-2.5, 0), round(2.5, 0), round(3.5, 0), round(-1.5), round(-0.5)
---
RETURN round(-2.5, 0, 'HALF_UP'), round(-2.5, 0, 'HALF_EVEN'), round(2.345, 2, 'DOWN'), round(2.345, 2, 'UP'), round(-2.345, 2, 'CEILING'), round(-2.345, 2, 'FLOOR'), round(-2.345, 2, 'HALF_DOWN')
---
RETURN all(x IN [1, 2] WHERE x > 0), any(x IN [] WHERE x), none(x IN [null] WHERE x = 1), single(x IN [1, 1] WHERE x = 1), all(x IN [1, null] WHERE x > 0), any(x IN [null, 1] WHERE x = 1)
---
RETURN [x IN range(1, 5) WHERE x % 2 = 1 | x * x] AS l, reduce(s = '', x IN ['a', 'b'] | s + x) AS r
---
RETURN CASE 1 WHEN 1 THEN 'a' WHEN 2 THEN 'b' END, CASE WHEN null THEN 1 ELSE 2 END, CASE null WHEN null THEN 1 ELSE 2 END, CASE 3 WHEN > 2 THEN 'gt' ELSE 'le' END, CASE 3 WHEN 1, 3 THEN 'hit' END
---
RETURN CASE 'abc' WHEN STARTS WITH 'a' THEN 1 ELSE 2 END AS x
---
RETURN CASE null WHEN IS NULL THEN 'null' ELSE 'no' END AS x
---
RETURN date('2022-10-28').year, date('2022-10-28') < date('2022-11-01'), toString(date('2022-10-28') + duration('P1M')), duration.between(date('2022-01-01'), date('2022-10-28')).months
---
RETURN date('2022-10-28') AS d, datetime('2022-10-28T10:00:00Z') AS t, duration('P1Y2M') AS p, localtime('10:00') AS l, time('10:00+01:00') AS z
---
RETURN duration.inDays(date('2022-01-01'), date('2022-10-28')).days AS d, date.truncate('month', date('2022-10-28')) AS t, date({year: 2022, month: 2}) AS x
---
MATCH (s:Speech) WHERE s.date_earliest IS NOT NULL RETURN date(s.date_earliest).year AS y, count(*) AS n ORDER BY y
---
MATCH (s:Speech) WHERE date(s.date_earliest) >= date('2022-01-01') RETURN s.doc ORDER BY s.doc
---
MATCH (s:Speech) RETURN substring(s.date_earliest, 0, 4) AS y, collect(DISTINCT s.genre) AS g ORDER BY y
---
RETURN 1 AS a UNION RETURN 1 AS a
---
RETURN 1 AS a UNION ALL RETURN 1 AS a
---
RETURN 1 AS a, 2 AS b UNION RETURN 2 AS b, 1 AS a
---
MATCH (s:Speech) RETURN s.doc AS x UNION MATCH (t:Theme) RETURN t.id AS x
---
RETURN 1 AS x ORDER BY x LIMIT 0
---
MATCH (s:Speech) RETURN s.doc ORDER BY s.doc LIMIT 1 + 1
---
MATCH (s:Speech) RETURN count(*) AS c LIMIT 5
---
MATCH (s:Speech) RETURN s.doc ORDER BY s.doc OFFSET 2 LIMIT 1
---
MATCH (s:Speech)-[u:USES]->(p:Principle) RETURN p.name AS name, count(*) AS c, collect(DISTINCT s.level) AS l ORDER BY c DESC, name LIMIT 5
---
MATCH (s:Speech)-[u:USES]->(p:Principle) WITH p, collect(s.doc) AS l WHERE '000_9a7ec03b8dd7db11' IN l RETURN p.name ORDER BY p.name
---
MATCH (s:Speech)-[:USES]->(p:Principle) WITH p, collect(s) AS l MATCH (x:Speech) WHERE NOT x IN l RETURN p.name, count(x) AS c ORDER BY c DESC, p.name LIMIT 5
---
MATCH (s:Speech) WITH collect(s) AS all MATCH (p:Principle) WHERE all(s IN all WHERE (s)-[:USES]->(p)) RETURN p.name ORDER BY p.name
---
MATCH (s:Speech) WITH collect(s) AS all UNWIND all AS s MATCH (s)-[:CITES]->(d) RETURN count(d)
---
MATCH (s:Speech)-[u:USES]->(p) RETURN s.doc, percentileDisc(u.count, 0.5), percentileCont(u.count, 0.9), stDev(u.count), stDevP(u.count) ORDER BY s.doc
---
MATCH (n) RETURN labels(n)[0] AS l, count(*) AS c ORDER BY c DESC, l
---
MATCH (n) WITH labels(n) AS ls, count(*) AS c UNWIND ls AS l RETURN l, sum(c) AS c ORDER BY l
---
MATCH (n) RETURN n:Speech AS b, count(*) AS c ORDER BY c
---
MATCH (a)-[r]->(b) RETURN labels(a)[0] + type(r) + labels(b)[0] AS k, count(*) AS c ORDER BY c DESC, k
---
MATCH (a)-[r]->(b) WHERE startNode(r) = a AND endNode(r) = b RETURN count(*)
---
MATCH (a:Theme {id: 'loyalty'})-[r]-(b) RETURN type(r), startNode(r) = a AS out, count(*) AS c ORDER BY type(r), out
---
MATCH (a:Speech) WHERE a['level'] = 'city' RETURN a['doc'], keys(a) IS NOT NULL
---
MATCH (a:Speech) WHERE a.level IN ['city', 'county'] AND NOT a.genre IN ['讲话'] RETURN a.doc ORDER BY a.doc
---
MATCH (a:Speech) WHERE NOT a.level = 'city' RETURN a.doc ORDER BY a.doc
---
MATCH (a:Speech) WHERE a.date_latest <> '2022-12-31' OR a.date_latest IS NULL RETURN a.doc ORDER BY a.doc
---
MATCH (a:Speech) WHERE a.name =~ '.*座谈.*' RETURN count(a)
---
MATCH (p:Principle) WHERE p.name =~ '\\p{IsHan}+' RETURN count(p)
---
MATCH (p:Principle) WHERE toLower(p.name_en) CONTAINS 'loyal' RETURN p.name ORDER BY p.name
---
MATCH (p:Principle) WHERE p.attested RETURN count(p)
---
MATCH (p:Principle) WHERE NOT p.attested RETURN count(p)
---
MATCH (p:Principle) WHERE p.size > 2 AND p.size < 9 RETURN p.name, p.size ORDER BY p.size, p.name
---
MATCH (p:Principle) WHERE 2 < p.size <= 5 RETURN p.name ORDER BY p.name
---
MATCH (p:Principle)-[c:COMPRISES]->(m) WITH p, m ORDER BY c.order RETURN p.name, collect(m.name) AS l ORDER BY p.name
---
MATCH (c:Section)-[:HAS_SENTENCE]->(x)-[m:MENTIONS]->(p:Principle) WITH c, p, count(m) AS n WITH c, collect({p: p.name, n: n}) AS l, sum(n) AS t RETURN c.name, t, size(l) ORDER BY t DESC, c.name, c.id LIMIT 5
---
MATCH (x:Sentence)-[:MENTIONS]->(a:Principle), (x)-[:MENTIONS]->(b:Slogan) RETURN a.name, b.name, count(DISTINCT x) AS n ORDER BY n DESC, a.name, b.name LIMIT 5
---
MATCH (x:Sentence) WHERE (x)-[:MENTIONS]->(:Principle) AND NOT (x)-[:MENTIONS]->(:Slogan) RETURN count(x)
---
MATCH (x:Sentence) RETURN CASE WHEN (x)-[:MENTIONS]->(:Principle) THEN 'p' ELSE '-' END AS k, count(*) AS c ORDER BY k
---
MATCH (x:Sentence) RETURN (x)-[:MENTIONS]->(:Principle) AS k, count(*) AS c ORDER BY k
---
MATCH (s:Speech) RETURN exists((s)-[:CITES]->()) AS k, count(*) AS c ORDER BY k
---
MATCH (s:Speech) WHERE s.genre = '讲话' WITH count(s) AS a MATCH (s:Speech) RETURN a, count(s) AS b
---
MATCH (s:Speech) WITH count(*) AS total MATCH (s:Speech)-[:EXPRESSES]->(t:Theme) RETURN t.id, count(s) * 100 / total AS pct ORDER BY pct DESC, t.id LIMIT 3
---
MATCH (t:Theme) OPTIONAL MATCH (t)<-[e:EXPRESSES]-(s:Speech) WITH t, count(s) AS n, sum(e.weight) AS w RETURN t.id, n, round(w, 3) AS w ORDER BY n DESC, t.id
---
MATCH (t:Theme) OPTIONAL MATCH (t)<-[e:EXPRESSES]-(s:Speech {level: 'city'}) RETURN t.id, e.weight > 0.2 AS strong ORDER BY t.id
---
MATCH (s:Speech)-[e:EXPRESSES]->(t) WITH s, t, e ORDER BY e.weight DESC, t.id WITH s, collect(t.id) AS ts RETURN s.doc, ts[0], ts[1] ORDER BY s.doc
---
MATCH (s:Speech)-[e:EXPRESSES]->(t) WHERE e.weight = e.count * 1.0 / 10 RETURN count(*)
---
MATCH p = (s:Speech {doc: '000_9a7ec03b8dd7db11'})-[:CITES]->(d) RETURN [n IN nodes(p) | n.name] AS names, [r IN relationships(p) | type(r)] AS types ORDER BY names
---
MATCH p = (s:Speech)-[:CITES]->(d) RETURN length(p), size(nodes(p)), p = p AS same LIMIT 1
---
MATCH p = (:Theme {id: 'loyalty'}) RETURN p
---
MATCH (n:Theme {id: 'loyalty'}) RETURN n, properties(n), labels(n)
---
MATCH (n:Theme) WHERE n.id IN ['loyalty', 'study'] RETURN collect(n.id) AS l
---
MATCH (n:Theme) RETURN min(n.id), max(n.name), count(DISTINCT n.id)
---
MATCH (n:Theme) RETURN n.id AS id, n.id AS x ORDER BY n.name LIMIT 2
---
MATCH (n:Theme) WITH n.id AS n ORDER BY n LIMIT 2 RETURN n
---
MATCH (n:Theme) RETURN n.id AS n ORDER BY n LIMIT 2
---
MATCH (n:Theme) RETURN n.name AS n, count(*) AS c ORDER BY n LIMIT 2
---
MATCH (n:Theme) RETURN n AS m ORDER BY m.id LIMIT 1
---
MATCH (n:Theme) RETURN n.id ORDER BY n.name, n.id LIMIT 3
---
MATCH (n:Theme) RETURN DISTINCT n.id ORDER BY n.id LIMIT 3
---
MATCH (n:Theme) RETURN DISTINCT n.id ORDER BY n.name LIMIT 3
---
MATCH (n:Speech) RETURN n.level, count(*) ORDER BY n.genre
---
MATCH (n:Speech) RETURN n.level AS l, count(*) AS c ORDER BY c + 1, l
---
MATCH (n:Speech) WITH n.level AS l, count(*) AS c WHERE c > 1 OR l = 'city' RETURN l, c ORDER BY l
---
MATCH (n:Speech) RETURN n.chars / 1000 AS k, n.chars % 1000 AS r, n.chars / 1000.0 AS f ORDER BY n.doc
---
MATCH (n:Speech) RETURN sum(n.chars) / count(n) AS mean, avg(n.chars) AS a
---
MATCH (n:Speech) RETURN toInteger(avg(n.chars)) AS a, round(avg(n.chars), 1) AS b, floor(avg(n.chars)) AS c
---
MATCH (a:Speech), (b:Speech) WHERE a.doc < b.doc OPTIONAL MATCH (a)-[:USES]->(p)<-[:USES]-(b) RETURN a.doc, b.doc, count(p) AS n ORDER BY n DESC, a.doc, b.doc
---
MATCH (a:Speech)-[:USES]->(p)<-[:USES]-(b:Speech) WHERE elementId(a) < elementId(b) RETURN count(DISTINCT p)
---
MATCH (q:Quotation) WHERE q.text CONTAINS '“' RETURN count(q)
---
MATCH (q:Quotation)-[:ATTRIBUTED_TO]->(w) RETURN w.name, collect(DISTINCT labels(w)) AS l, count(*) AS c ORDER BY c DESC, w.name
---
MATCH (n:`Theme`) RETURN count(n) AS `数 目`
---
MATCH (主题:Theme) WHERE 主题.id = 'loyalty' RETURN 主题.name AS 名称
---
MATCH (n:Theme) /* comment */ WHERE n.id = 'loyalty' // more
RETURN n.name
---
RETURN 1 AS `a``b`
---
RETURN 'a' || 'b', [1] || [2], 'a' || null
---
RETURN valueType(1), valueType('a'), valueType([1])
---
RETURN 1 IS :: INTEGER, 'a' IS :: STRING, null IS :: INTEGER, [1] IS :: LIST<INTEGER>, 1 IS NOT :: FLOAT
---
RETURN 'é' IS NORMALIZED, normalize('é') = 'é'
---
MATCH (n:$('Theme')) RETURN count(n)
---
MATCH (s:Speech) FINISH
---
CYPHER 5 RETURN 1 AS x
---
EXPLAIN MATCH (n) RETURN n
---
RETURN isEmpty(''), isEmpty([]), isEmpty({}), isEmpty(null)
---
RETURN toString(1e20), toString(1.0E-5), toString(123456789.123), toString(-0.0), 1.0 AS f, 100000000000000000000.0 AS g
---
RETURN 0.1 + 0.2, 1.0 / 3, 1e308 * 10, -1e308 * 10, 0.0 / 0.0
---
RETURN 1 / 0
---
RETURN 1 % 0
---
RETURN 5 / 0.0, 5 % 2.5, -5 % 3.0
---
RETURN sqrt(-1), log(0), log(-1), acos(2)
---
RETURN [1, 'a', null, true] AS l, {a: null} AS m, [] AS e, {} AS f
---
RETURN exists(null)
---
RETURN size(null), length(null), reverse(null), reverse([1, 2]), toUpper(null)
---
MATCH (n:Theme {id: 'loyalty'}) SET n.x = 1
---
MATCH (s:Speech) RETURN s.doc, [t IN [(s)-[:EXPRESSES]->(t:Theme) | t.id] WHERE t STARTS WITH 'l'] AS l ORDER BY s.doc
---
MATCH (s:Speech) WITH s, [(s)-[:CITES]->(d) | d.name] AS ds WHERE size(ds) > 0 UNWIND ds AS d RETURN d, count(*) AS c ORDER BY c DESC, d
---
MATCH (s:Speech) LET x = s.doc RETURN x
---
MATCH (s:Speech) FILTER s.level = 'city' RETURN s.doc
---
MATCH (s:Speech)-[:USES]->(p) RETURN s.doc, count(DISTINCT p.kind) AS k, collect(DISTINCT p.kind) IS NULL AS n ORDER BY s.doc
---
MATCH (a:Theme {id: 'loyalty'})-[:CO_OCCURS*1..2]-(b:Theme) RETURN count(*), count(DISTINCT b)
---
MATCH (a:Theme {id: 'loyalty'})-[:ABOUT|CO_OCCURS*1..2]-(b) RETURN labels(b)[0] AS l, count(*) AS n ORDER BY l
---
MATCH (a:Principle)-[:CONTAINS*0..]->(b) RETURN count(*)
---
MATCH (a:Principle)-[:CONTAINS|COMPRISES]->(b)-[:ABOUT]->(t:Theme) RETURN t.id, count(DISTINCT a) AS n ORDER BY n DESC, t.id LIMIT 4
---
MATCH p = (a:Principle)-[:CONTAINS*1..3]->(b) RETURN [n IN nodes(p) | n.name] AS l ORDER BY l
---
MATCH p = (a:Principle)-[:CONTAINS*1..3]->(b) WITH p, nodes(p) AS ns WHERE none(n IN ns WHERE n:Slogan) RETURN count(p)
---
MATCH (a:Speech)-[r:USES]->(b:Principle) WHERE r.own >= 1 AND r.quoted = 0 RETURN count(*), sum(r.own)
---
MATCH (a:Speech)-[r]->(b) WHERE type(r) STARTS WITH 'N' RETURN type(r), count(*)
---
MATCH (a:Speech)-[r]->(b) WHERE r.count IS NULL RETURN type(r) AS t, count(*) AS c ORDER BY t
---
MATCH (n) WHERE n.name IS NULL RETURN labels(n), count(*)
---
MATCH (n) WHERE n.name = '三服务' RETURN labels(n), n.kind
---
MATCH (n) WHERE n.name CONTAINS '服务' WITH n ORDER BY size(n.name), n.name, n.id RETURN n.name LIMIT 4
---
MATCH (x:Sentence) WHERE x.text CONTAINS '\n' RETURN count(x)
---
MATCH (x:Sentence) RETURN sum(size(x.text)) AS chars, max(size(x.text)) AS longest, avg(x.end - x.start) AS mean
---
MATCH (x:Sentence) WHERE x.text =~ '(?s).*同志.*' RETURN count(x)
---
MATCH (x:Sentence) WHERE x.text =~ '.*同志.*' RETURN count(x)
---
MATCH (x:Sentence)<-[:HAS_SENTENCE]-(c) WITH c, x ORDER BY x.order WITH c, collect(x)[0] AS f RETURN c.name, f.order ORDER BY f.speech, f.order LIMIT 5
---
MATCH (x:Sentence)<-[:HAS_SENTENCE]-(c) WITH c, min(x.start) AS a, max(x.end) AS b WHERE a >= c.start AND b <= c.end RETURN count(c)
---
MATCH (s:Speech {doc: '000_9a7ec03b8dd7db11'})-[:HAS_SECTION*1..3]->(c)-[:HAS_SENTENCE]->(x) WITH x ORDER BY x.order RETURN reduce(t = '', y IN collect(x.text) | t + left(y, 1)) AS t
---
UNWIND [3, 1, 2] AS x WITH x ORDER BY x RETURN collect(x) AS l
---
UNWIND ['b', null, 'a', 1, true, [1], {a: 1}, 2.5] AS x RETURN x ORDER BY x
---
UNWIND ['b', null, 'a', 1, true, [1], {a: 1}, 2.5] AS x RETURN x ORDER BY x DESC
---
UNWIND [1, 1.0, '1', true] AS x RETURN DISTINCT x
---
UNWIND [1, 1.0] AS x RETURN x, count(*) AS c
---
UNWIND [[1], [1.0], [1]] AS x RETURN count(DISTINCT x)
---
UNWIND [null, null, 1] AS x RETURN count(x), count(*), collect(x), count(DISTINCT x), sum(x), avg(x)
---
UNWIND [1, 'a', 2] AS x RETURN max(x), min(x)
---
UNWIND [[1, 2], [1], 'z', 3] AS x RETURN max(x), min(x)
---
UNWIND [1, 2, 3, 4] AS x RETURN percentileCont(x, 0.5), percentileDisc(x, 0.5), percentileCont(x, 0), percentileCont(x, 1)
---
UNWIND ['a'] AS x RETURN sum(x)
---
UNWIND [date('2020-01-01'), date('2019-01-01')] AS d RETURN min(d), max(d)
---
UNWIND [duration('P1D'), duration('P2D')] AS d RETURN sum(d), avg(d)
---
WITH 1 AS a, 2 AS b WITH a + b AS c RETURN c, c * 2 AS d
---
WITH 1 AS a WITH *, 2 AS b RETURN *
---
MATCH (t:Theme {id: 'study'}) RETURN *
---
MATCH (t:Theme) WITH t LIMIT 0 RETURN count(t), collect(t)
---
MATCH (t:Theme) WHERE t.id = 'study' WITH t, 1 AS one RETURN t.id, one, count(*)
---
MATCH (t:Theme) RETURN t.id AS a, 1 AS b ORDER BY a SKIP 18
---
MATCH (s:Speech) RETURN s.doc AS d, s.chars > 3000 AND s.level = 'city' AS x, s.chars > 3000 OR null AS y ORDER BY d
---
MATCH (s:Speech) WITH s.genre AS g, collect(s.doc) AS ds RETURN g, size(ds) > 1 AND g = '讲话' AS x ORDER BY g
---
MATCH (s:Speech)-[u:USES]->(p) WITH p, sum(u.count) AS n ORDER BY n DESC, p.name LIMIT 3 MATCH (p)-[:ABOUT]->(t) RETURN p.name, count(t) ORDER BY p.name
---
MATCH (s:Speech) WHERE s.doc STARTS WITH '00' AND s.doc ENDS WITH '1' OR s.doc CONTAINS '_22' RETURN s.doc ORDER BY s.doc
---
MATCH (n:Speech) WHERE n.doc > '001' XOR n.level = 'city' RETURN n.doc ORDER BY n.doc
---
MATCH (n:Speech) RETURN n.doc, NOT n.level = 'city' AS x ORDER BY n.doc
---
MATCH (n:Speech) RETURN count(*) AS c, count(n.region) AS r, count(*) - count(n.region) AS m
---
MATCH (n:Speech) RETURN n.region IS NULL, collect(n.doc) IS NOT NULL
---
MATCH (s:Speech) WITH max(s.chars) AS m MATCH (s:Speech) WHERE s.chars = m RETURN s.doc
---
MATCH (s:Speech)-[:USES]->(p) WITH s, count(p) AS n WITH max(n) AS m, collect({s: s, n: n}) AS l UNWIND l AS x WITH x, m WHERE x.n = m RETURN x.s.doc
---
MATCH (a)-[:USES]->(b) WITH b, count(a) AS n WITH n, count(b) AS m RETURN n, m ORDER BY n
---
MATCH (a:Speech)-[r:USES]->(b) WITH a, b, r ORDER BY r.count DESC, b.id WITH a, collect(b)[0] AS top RETURN a.doc, top.name ORDER BY a.doc
---
MATCH (a:Speech)-[r:USES]->(b) RETURN a.doc, max([r.count, b.name]) AS top ORDER BY a.doc
---
MATCH (a:Speech)-[r:USES]->(b) RETURN a.doc, max({c: r.count}) AS top ORDER BY a.doc
---
MATCH (n:Theme {id: 'loyalty'}), (m:Theme {id: 'study'}) RETURN n = m, n <> m, n = n, n IN [m, n], n < m
---
MATCH (n:Theme {id: 'loyalty'})-[r]-() WITH r LIMIT 1 RETURN r = r, type(r) IS NOT NULL, r.id IS NOT NULL
---
MATCH (a:Speech)-[:USES]->(b:Principle)-[:ABOUT]->(c:Theme)<-[:EXPRESSES]-(a) RETURN count(*)
---
MATCH (a:Speech)-[:USES]->(b), (a)-[:EXPRESSES]->(c:Theme), (b)-[:ABOUT]->(c) RETURN count(*)
---
MATCH (a:Theme)<-[:EXPRESSES]-(s:Section)-[:EXPRESSES]->(b:Theme) WHERE a.id < b.id RETURN a.id, b.id, count(*) AS n ORDER BY n DESC, a.id, b.id LIMIT 5
---
MATCH (n:Speech) RETURN toStringOrNull(n.chars), toIntegerOrNull('x'), toFloatOrNull('1.5'), toBooleanOrNull(1) ORDER BY n.id LIMIT 1
---
MATCH (n:Principle) WHERE n.forms IS NOT NULL AND any(f IN n.forms WHERE f CONTAINS '三') RETURN n.name, n.forms ORDER BY n.name, n.id
---
MATCH (n:Principle) WHERE '三服务' IN n.forms RETURN n.name ORDER BY n.name
---
MATCH (n:Person) RETURN n.name, size(coalesce(n.aliases, [])) AS a ORDER BY a DESC, n.name
---
MATCH (p:Principle {name:'三服务'})-[c:COMPRISES]->(m) WITH p, m ORDER BY c.order RETURN collect(m.name) AS l
---
MATCH (p:Principle {name:'三服务'})-[c:COMPRISES]->(m) WITH m ORDER BY c.order RETURN collect(m.name) AS l
---
MATCH (p:Principle {name:'三服务'})-[c:COMPRISES]->(m) WITH m.name AS n ORDER BY c.order RETURN collect(n) AS l
---
MATCH (p:Principle {name:'三服务'})-[c:COMPRISES]->(m) WITH m.name AS n, c.order AS o ORDER BY o RETURN collect(n) AS l
---
MATCH (p:Principle {name:'三服务'})-[c:COMPRISES]->(m) RETURN c.order, m.name ORDER BY c.order, m.name
---
MATCH (p:Principle {name:'三服务'})-[c:COMPRISES]->(m) WITH m ORDER BY c.order LIMIT 1 RETURN m.name
---
MATCH (p:Principle {name:'三服务'})-[c:COMPRISES]->(m) WITH m, c ORDER BY c.order RETURN collect(m.name) AS l
---
UNWIND [{a: 1, b: 3}, {a: 2, b: 2}, {a: 3, b: 1}] AS m WITH m.a AS a ORDER BY m.b RETURN collect(a) AS l
---
UNWIND [1, 2, 3] AS a WITH a, -a AS b WITH a ORDER BY b RETURN collect(a) AS l
---
UNWIND [1, 2, 3] AS a WITH a, -a AS b WITH a ORDER BY b LIMIT 1 RETURN a
---
UNWIND [1, 2, 3] AS a WITH a, -a AS b RETURN a ORDER BY b
---
UNWIND [1, 2, 3] AS a WITH a, -a AS b WITH DISTINCT a ORDER BY a DESC RETURN collect(a) AS l
---
MATCH (n:Theme) WITH n ORDER BY n.id DESC RETURN collect(n.id)[0..3] AS l
---
MATCH (n:Theme) WITH n.name AS x ORDER BY n.id DESC RETURN collect(x)[0..3] AS l
---
MATCH (s:Speech)-[u:USES]->(p) WITH s, p ORDER BY u.count DESC, p.name RETURN s.doc, collect(p.name)[..3] AS top ORDER BY s.doc
---
MATCH (s:Speech)-[u:USES]->(p) WITH s, p ORDER BY u.count DESC, p.name LIMIT 5 RETURN s.doc, p.name
---
MATCH (s:Speech)-[u:USES]->(p) RETURN p.name ORDER BY u.count DESC, p.name, s.doc LIMIT 5
---
MATCH (s:Speech)-[u:USES]->(p) WITH p, s ORDER BY s.doc, p.name RETURN collect(p.name)[..3] AS l
---
RETURN round(-0.5, 0) AS a, round(-1.5, 0) AS b, round(-2.5, 0) AS c, round(-1.25, 1) AS d, round(1.25, 1) AS e, round(1.15, 1) AS f, round(-1.35, 1) AS g
---
UNWIND [-0.5, -1.5, -2.5, -1.25, -1.35] AS x RETURN round(x, 1) AS a, round(x, 0) AS b, round(x) AS c, round(x, 1, 'HALF_UP') AS d
---
UNWIND [1, 2, 3] AS x RETURN percentileCont(x, 0.5) AS a, percentileCont(x, 0.4) AS b, percentileDisc(x, 0.5) AS c
---
UNWIND [1, 2] AS x RETURN percentileCont(x, 0.5) AS a, percentileCont(x, 1.0) AS b
---
UNWIND [1.5, 2.5] AS x RETURN percentileCont(x, 0.5) AS a, percentileCont(x, 1.0) AS b, percentileDisc(x, 0.5) AS c
---
MATCH (n:Speech WHERE n.level = 'city')-[u:USES]->(p:Principle WHERE p.size > 3) RETURN count(*)
---
MATCH (n:Speech)-[u WHERE u.count > 2]->(p) RETURN count(*)
---
MATCH (n:Speech)-[u:USES {count: 3}]->(p) RETURN count(*)
---
MATCH (n:Speech)-[:HAS_SECTION* {order: 0}]->(p) RETURN count(*)
---
MATCH (n:Speech)-[r:HAS_SECTION*1..2]->(p) WHERE all(x IN r WHERE x.order = 0) RETURN count(*)
---
MATCH (n:Speech) WHERE EXISTS { (n)-[u:USES WHERE u.count > 2]->() } RETURN n.doc
---
MATCH (n:Speech) RETURN COUNT { (n)-[u:USES]->(p WHERE p.name CONTAINS '三') } AS c ORDER BY c
---
MATCH (n:Speech) RETURN [(n)-[u:USES]->(p WHERE p.name CONTAINS '三') | p.name][0] IS NULL AS c, n.doc ORDER BY n.doc
---
MATCH (n:Speech) ((a)-[u:HAS_SECTION WHERE u.order = 0]->(b)){1,2} (c) RETURN count(*)
---
MATCH (n:Speech)-[u:HAS_SECTION WHERE u.order = 0]->{1,2}(c) RETURN count(*)
---
MATCH (p:Principle)-[c:COMPRISES]->(m) WITH p, m WHERE c.order = 0 RETURN p.name, m.name
---
MATCH (p:Principle)-[c:COMPRISES]->(m) WITH m ORDER BY p.name, m.name RETURN collect(m.name) AS l
---
MATCH (p:Principle)-[c:COMPRISES]->(m) WITH p ORDER BY m.name LIMIT 2 RETURN p.name
---
MATCH (p:Principle)-[:COMPRISES]->(m) WITH p.name AS n ORDER BY m.name LIMIT 2 RETURN n
---
MATCH (s:Speech)-[u:USES]->(p) CALL (u) { RETURN u.count AS c } RETURN sum(c) AS c
---
MATCH (s:Speech)-[u:USES]->(p) WHERE EXISTS { MATCH (x:Theme) WHERE u.count > 2 } RETURN count(*)
---
MATCH (s:Speech)-[u:USES]->(p) RETURN sum(COUNT { MATCH (x:Theme) WHERE u.count > 2 }) AS c
---
MATCH (s:Speech)-[u:USES]->(p) RETURN s.doc, [x IN [1, 2] | x + u.count] AS l ORDER BY s.doc, l LIMIT 3
---
MATCH (s:Speech)-[u:USES]->(p) RETURN sum(u['count']) AS l
---
MATCH (s:Speech)-[u:USES]->(p) RETURN sum(properties(u).count) AS l
---
MATCH (s:Speech)-[u:USES]->(p) RETURN s.doc, sum(u {.count}.count) AS l ORDER BY s.doc
---
MATCH (s:Speech)-[u:USES]->(p) RETURN s.doc ORDER BY u.count DESC, s.doc LIMIT 3
---
MATCH (s:Speech)-[u:USES]->(p) RETURN DISTINCT s.doc, u.count ORDER BY u.count DESC, s.doc LIMIT 3
---
MATCH (s:Speech)-[u:USES]->(p) RETURN s.doc, CASE WHEN u.count > 2 THEN 1 ELSE 0 END AS x, count(*) AS c ORDER BY s.doc, x
---
MATCH (s:Speech)-[u:USES]->(p) WITH s, count(*) AS c ORDER BY c DESC, s.doc LIMIT 1 RETURN s.doc, c
---
MATCH (s:Speech)-[u:USES]->(p) WITH s, sum(u.count) AS c ORDER BY sum(u.count) DESC LIMIT 1 RETURN s.doc, c
---
MATCH (s:Speech)-[u:USES]->(p) WITH s ORDER BY type(u), p.name LIMIT 3 RETURN s.doc
---
MATCH (s:Speech)-[u:USES]->(p) WITH s, p ORDER BY u.id LIMIT 3 RETURN s.doc, p.name
---
MATCH (s:Speech)-[u:USES]->(p) WITH s, p, u.count AS n ORDER BY n DESC, p.name LIMIT 3 RETURN s.doc, p.name
---
MATCH (s:Speech)-[u:USES]->(p) WITH s, p, u.count AS n ORDER BY u.count DESC, p.name LIMIT 3 RETURN s.doc, p.name
---
MATCH (s:Speech)-[u:USES]->(p) MATCH (x:Sentence {order: u.count}) RETURN count(*)
---
MATCH (s:Speech)-[u:USES]->(p) MATCH (x:Sentence) WHERE x.order = u.count RETURN count(*)
---
MATCH (s:Speech)-[u:USES]->(p) UNWIND u.evidence AS e RETURN count(*)
---
MATCH (s:Speech)-[u:USES]->(p) OPTIONAL MATCH (s)-[e:EXPRESSES]->(t) WHERE e.count = u.count RETURN count(t)
---
MATCH (s:Speech)-[u:USES]->(p), (s)-[e:EXPRESSES]->(t) WHERE e.count = u.count RETURN count(t)
---
MATCH (x:Sentence)-[m:MENTIONS]->(p)<-[n:MENTIONS]-(y:Sentence) WHERE m.start < n.start RETURN count(*)
---
MATCH (x:Sentence)-[m:MENTIONS]->(p)<-[n:MENTIONS]-(x) RETURN count(*)
---
MATCH (x:Sentence)-[m:MENTIONS {depth: 0}]->(p:Principle) RETURN count(*)
---
MATCH (x:Sentence)-[:MENTIONS {depth: 0}]->(p:Principle) RETURN count(*)
---
MATCH (x:Sentence)-[m:MENTIONS]->(p:Principle) WHERE m.depth = 0 AND p.kind = 'formula' RETURN count(*)
---
MATCH (x:Sentence)-[m:MENTIONS]->(p:Principle {kind: 'formula'}) RETURN count(m)
---
MATCH (x:Sentence {order: 3})-[m:MENTIONS]->(p) RETURN count(m)
---
MATCH (x:Sentence)<-[m:HAS_SENTENCE {order: 3}]-(p) RETURN count(m)
---
MATCH (x)<-[m:HAS_SENTENCE|HAS_SECTION {order: 1}]-(p) RETURN count(m), count(DISTINCT x)
---
MATCH (a:Theme)-[r:CO_OCCURS]-(b:Theme) RETURN count(r), count(DISTINCT r)
---
MATCH (a:Theme)-[r:CO_OCCURS]-() RETURN count(*), sum(r.count)
---
MATCH ()-[r:CO_OCCURS]-() RETURN count(*), count(DISTINCT r)
---
MATCH ()-[r:CO_OCCURS]->() RETURN count(*), sum(r.count)
---
MATCH ()-[r:MENTIONS]->() RETURN count(*)
---
MATCH ()-[r:MENTIONS]-() RETURN count(*)
---
MATCH (:Sentence)-[:MENTIONS]->(:Slogan) RETURN count(*)
---
MATCH (:Speech)-->(:Slogan) RETURN count(*)
---
MATCH (:Speech)-->()-->(:Theme) RETURN count(*)
---
MATCH (:Speech)--()--(:Theme) RETURN count(*)
---
MATCH (s:Speech)-[r1]->(x)<-[r2]-(s) RETURN count(*)
---
MATCH (s:Speech) WHERE s.chars > 2000 WITH s MATCH (s)-[u:USES]->(p) WHERE u.count > 1 WITH s, collect(p.name) AS l WHERE size(l) > 2 RETURN s.doc, size(l) ORDER BY s.doc
---
MATCH (s:Speech) OPTIONAL MATCH (s)-[c:CITES]->(d:Document) WITH s, d, c ORDER BY c.count DESC, d.name RETURN s.doc, collect(d.name) AS l ORDER BY s.doc
---
MATCH (s:Speech) OPTIONAL MATCH (s)-[c:CITES]->(d:Document) WITH s, collect(d.name) AS l RETURN s.doc, CASE WHEN size(l) = 0 THEN '无' ELSE '有' END AS x ORDER BY s.doc
---
MATCH p = (s:Speech)-[u:USES]->(x) WITH x ORDER BY length(p), x.name, x.id LIMIT 2 RETURN x.name
---
MATCH p = (s:Speech)-[:HAS_SECTION*1..3]->(x) WITH x ORDER BY length(p) DESC, x.speech, x.order, x.id LIMIT 2 RETURN x.name
---
MATCH (s:Speech)-[h:HAS_SECTION]->(c) WITH s, c ORDER BY s.doc, c.order RETURN s.doc, collect(c.name)[0..2] AS l ORDER BY s.doc
---
MATCH (s:Speech)-[h:HAS_SECTION]->(c) WITH s, c ORDER BY s.doc, h.order DESC RETURN s.doc, collect(c.name)[0..2] AS l ORDER BY s.doc
---
MATCH (s:Speech)-[h:HAS_SECTION]->(c) RETURN s.doc, c.name ORDER BY s.doc, h.order DESC LIMIT 4
---
MATCH (a:Principle)-[x:ABOUT]->(t:Theme) WITH t, a ORDER BY x.weight DESC, a.name RETURN t.id, head(collect(a.name)) AS top ORDER BY t.id
---
MATCH (a:Principle)-[x:ABOUT]->(t:Theme) WITH t, a, x ORDER BY x.weight DESC, a.name RETURN t.id, head(collect(a.name)) AS top ORDER BY t.id
---
MATCH (a:Principle)-[x:ABOUT]->(t:Theme) WITH t, {n: a.name, w: x.weight} AS m ORDER BY m.w DESC, m.n RETURN t.id, collect(m.n)[0] AS top ORDER BY t.id
---
MATCH (a:Principle)-[x:ABOUT]->(t:Theme) WITH t, max(x.weight) AS w MATCH (a)-[x:ABOUT]->(t) WHERE x.weight = w RETURN t.id, count(a) ORDER BY t.id
---
MATCH (n:Speech)-[u:USES]->(p:Principle WHERE p.size > 3) RETURN count(*)
---
MATCH (n:Speech WHERE n.chars > 3000)-[u:USES]->(p) WHERE u.count > 1 RETURN count(*)
---
MATCH (n:Speech)-[u:USES]->(p:Principle WHERE u.count > 1) RETURN count(*)
---
MATCH (n:Speech)-[:USES]->(p:Principle)<-[:USES]-(m:Speech WHERE m.doc > n.doc) RETURN count(*)
---
MATCH (t:Theme) WITH t ORDER BY t.id SKIP 2 LIMIT 3 MATCH (t)<-[:ABOUT]-(p) RETURN t.id, count(p) ORDER BY t.id
---
MATCH (t:Theme) WITH collect(t.id) AS ids RETURN [i IN range(0, size(ids) - 1) WHERE ids[i] = 'loyalty' | i] IS NOT NULL AS x
---
MATCH (t:Theme) WITH t.id AS id ORDER BY id WITH collect(id) AS ids UNWIND range(0, size(ids) - 2) AS i RETURN ids[i], ids[i + 1] LIMIT 3
---
MATCH (s:Speech) RETURN s.doc AS d, s.chars AS c ORDER BY c DESC, d SKIP 1
---
MATCH (s:Speech)-[:USES]->(p:Slogan) WITH s, count(p) AS a OPTIONAL MATCH (s)-[:USES]->(p:Principle) WITH s, a, count(p) AS b RETURN s.doc, a, b, a > b AS more ORDER BY s.doc
---
MATCH (s:Speech)-[:USES]->(p:Slogan) RETURN s.doc, count(p) > 20 AS many ORDER BY s.doc
---
MATCH (s:Speech) RETURN avg(s.chars) > 100 AS x, count(*) = 5 AS y
---
MATCH (s:Speech) RETURN count(*) > 2 AS x, s.level AS l ORDER BY l
---
MATCH (s:Speech) RETURN -count(*) AS x
---
MATCH (s:Speech) RETURN s.level AS l, [count(*), max(s.chars)] AS x ORDER BY l
---
MATCH (s:Speech) RETURN s.level AS l, count(*) + s.chars AS x ORDER BY l, x
---
MATCH (s:Speech) RETURN s.level + count(*) AS x ORDER BY x
---
MATCH (s:Speech) RETURN coalesce(s.level, '无') AS l, count(*) AS c ORDER BY c DESC, l
---
MATCH (s:Speech) WITH coalesce(s.level, '无') AS l, s RETURN l, count(s) AS c, min(s.doc) AS m ORDER BY l
---
MATCH (s:Speech) RETURN size(collect(s.level)) AS a, size(collect(DISTINCT s.level)) AS b
---
MATCH (s:Speech) RETURN apoc.coll.sort(collect(s.doc)) AS a
---
MATCH (s:Speech) WITH s.doc AS d ORDER BY d DESC RETURN reduce(x = '', y IN collect(d) | x + left(y, 3)) AS r
---
MATCH (s:Speech) RETURN any(x IN collect(s.level) WHERE x = 'city') AS r
---
MATCH (s:Speech) RETURN size([x IN collect(s.level) WHERE x = 'city']) AS r
---
MATCH (s:Speech) RETURN [x IN collect(s.level) | x + '!'] AS r
---
MATCH (s:Speech)-[u:USES]->(p) WHERE p.name IN ['三服务', '五个坚持'] RETURN p.name, s.doc, u.count ORDER BY p.name, s.doc, p.id
---
MATCH (s:Speech)-[u:USES]->(p) WHERE s.doc = '000_9a7ec03b8dd7db11' AND u.count >= 2 RETURN p.name, u.count ORDER BY u.count DESC, p.name
---
MATCH (s:Speech {doc: '000_9a7ec03b8dd7db11'}) MATCH (s)-[u]->(p) WHERE p:Principle OR p:Slogan RETURN count(u)
---
MATCH (s:Speech) WHERE s.date_earliest >= '2022-01-01' AND s.date_latest <= '2022-12-31' RETURN s.doc ORDER BY s.doc
---
MATCH (s:Speech) WHERE s.date_earliest < s.date_latest RETURN s.doc ORDER BY s.doc
---
MATCH (s:Speech) WHERE s.date_latest IS NULL OR s.date_latest > '2023' RETURN s.doc ORDER BY s.doc
---
MATCH (s:Speech), (t:Theme {id: 'study'}) WHERE (s)-[:EXPRESSES]->(t) RETURN s.doc ORDER BY s.doc
---
MATCH (s:Speech) WHERE (s)-[:EXPRESSES]->(:Theme {id: 'study'}) AND NOT (s)-[:CITES]->(:Document {kind: 'law'}) RETURN s.doc ORDER BY s.doc
---
MATCH (s:Speech) WHERE size([(s)-[:CITES]->(d) | d]) > 1 RETURN s.doc ORDER BY s.doc
---
MATCH (s:Speech) WHERE all(t IN ['loyalty', 'study'] WHERE EXISTS { (s)-[:EXPRESSES]->(:Theme {id: t}) }) RETURN s.doc ORDER BY s.doc
---
MATCH (a:Theme {id: 'loyalty'}) MATCH (b:Theme) WHERE b <> a AND NOT EXISTS { (a)-[:CO_OCCURS]-(b) } RETURN b.id ORDER BY b.id
