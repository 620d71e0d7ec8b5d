SELECT d.key, a.standing, a.authority, a.type, a.number, a.symbol, a.date, a.issuer, a.term,
    a.jurisdiction, a.title, a.status, a.source, a.confidence
FROM accounts AS a
CROSS JOIN documents AS d ON d.id = a.document_id
WHERE a.standing = 'registered'
ORDER BY d.key
