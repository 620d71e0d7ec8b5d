UNWIND $given.numbers AS number
MATCH (b:Chidao {id: number})
RETURN collect([b.id, b.key, b.name, coalesce(b.aliases, []), b.kind, b.level, b.jurisdiction,
    b.parent, toString(b.valid_from), toString(b.valid_to), b.successor,
    toString(b.successor_date), b.source, b.confidence, b.registered]) AS rows
