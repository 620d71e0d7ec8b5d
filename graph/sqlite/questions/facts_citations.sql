SELECT name, start, stop, type, number, symbol, date, issuer, term, rule, title
FROM citations
WHERE document_id = :document
ORDER BY ordinal
