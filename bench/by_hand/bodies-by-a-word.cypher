CALL db.index.fulltext.queryNodes('chidao_bodies', 'y* AND te*') YIELD node AS b
WHERE coalesce(b.valid_from <= date($day), true)
WITH [b.key, b.name, b.kind, b.jurisdiction, b.parent, toString(b.valid_from),
    CASE WHEN b.valid_to <= date($day) THEN toString(b.valid_to) END,
    CASE WHEN b.successor_date > date($day) THEN null ELSE b.successor END,
    CASE WHEN b.successor_date <= date($day) THEN toString(b.successor_date) END,
    COUNT { MATCH (b)<-[:LED_BY]-(i:Task) RETURN DISTINCT i },
    COUNT { MATCH (b)<-[:SUPPORTED_BY]-(i:Task) RETURN DISTINCT i }
] AS row
RETURN count(*) AS total, collect(row) AS rows
