SELECT l.name, l.location, l.format, l.sha256, t.text, l.type, l.number, l.symbol, l.title,
    l.issuer, l.jurisdiction, l.place, l.date, l.period_from, l.period_to, l.has_period,
    l.signatory, l.recipients, l.evidence
FROM loaded AS l
CROSS JOIN texts AS t ON t.document_id = l.document_id
WHERE l.document_id = :document
