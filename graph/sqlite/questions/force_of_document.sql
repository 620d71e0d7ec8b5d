SELECT d.key, coalesce(d.date, l.period_from), d.authority, d.status
FROM documents AS d
LEFT JOIN loaded AS l ON l.document_id = d.id
WHERE d.id = :document
