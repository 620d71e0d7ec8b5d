SELECT key, standing, authority, type, number, symbol, date, issuer, term, jurisdiction, title,
    status, source, confidence
FROM documents
WHERE family IN (SELECT value FROM json_each(:families)) AND standing <> 'cited'
ORDER BY key
