MATCH (d:Chidao:Document) WHERE d.family IN $given.families AND d.standing <> 'cited'
WITH [d.key, d.standing, d.authority, d.type, d.number, d.symbol, toString(d.date), d.issuer,
    d.term, d.jurisdiction, d.title, d.status, d.source, d.confidence] AS row
ORDER BY d.key
RETURN collect(row) AS rows
