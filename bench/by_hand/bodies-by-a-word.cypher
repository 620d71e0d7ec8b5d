CALL db.index.fulltext.queryNodes('chidao_bodies', 'y* AND te*') YIELD node AS b
WHERE coalesce(b.valid_from <= date($day), true)
WITH [b.key, b.name, b.kind, b.jurisdiction, b.parent, toString(b.valid_from),
    toString(b.valid_to), b.successor, toString(b.successor_date),
    COUNT { MATCH (b)<-[:LED_BY]-(i:Task) RETURN DISTINCT i },
    COUNT { MATCH (b)<-[:SUPPORTED_BY]-(i:Task) RETURN DISTINCT i }
] AS row
RETURN collect(row) AS rows
