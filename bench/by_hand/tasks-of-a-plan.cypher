MATCH (d:Chidao {key: $plan})<-[:PART_OF]-(i:Task) WHERE i.kind IN ['task', 'assignment']
WITH i, d ORDER BY i.id
WITH count(*) AS total, collect({i: i, d: d})[..100] AS page
UNWIND page AS one
WITH total, one.i AS i, one.d AS d
RETURN total, collect({{task}}) AS rows
