MATCH (b:Chidao:Body {registered: true})
WITH [b.id, b.key, b.name, coalesce(b.aliases, []), b.kind, b.level, b.jurisdiction, b.parent,
    toString(b.valid_from), toString(b.valid_to), b.successor, toString(b.successor_date),
    b.source, b.confidence] AS row
ORDER BY b.key
RETURN collect(row) AS rows
