MATCH (d:Chidao:Document) WHERE d.family IN $given.families AND d.standing <> 'cited'
RETURN d.key, d.standing, d.authority, d.type, d.number, d.symbol, toString(d.date), d.issuer,
    d.term, d.jurisdiction, d.title, d.status, d.source, d.confidence
ORDER BY d.key
