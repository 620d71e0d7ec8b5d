UNWIND $given.bodies AS number
MATCH (b:Chidao {id: number})
WITH [
    b.id, b.key, b.name, b.kind, b.jurisdiction, b.parent, toString(b.valid_from),
    toString(b.valid_to), b.successor,
    COUNT { MATCH (b)<-[:LED_BY]-(i:Task) RETURN DISTINCT i },
    COUNT { MATCH (b)<-[:SUPPORTED_BY]-(i:Task) RETURN DISTINCT i }
] AS row
RETURN collect(row) AS rows
