// What comes after the day asked is not told yet.
UNWIND bodies AS number
MATCH (b:Chidao {id: number})
WITH [
    b.id, b.key, b.name, b.kind, b.jurisdiction, b.parent, toString(b.valid_from),
    CASE WHEN b.valid_to <= date($given.as_of) THEN toString(b.valid_to) END,
    CASE WHEN b.successor_date > date($given.as_of) THEN null ELSE b.successor END,
    CASE WHEN b.successor_date <= date($given.as_of) THEN toString(b.successor_date) END,
    COUNT { MATCH (b)<-[:LED_BY]-(i:Task) RETURN DISTINCT i },
    COUNT { MATCH (b)<-[:SUPPORTED_BY]-(i:Task) RETURN DISTINCT i }
] AS row
RETURN collect(row) AS rows
