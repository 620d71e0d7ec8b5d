-- Loaded documents with the time and the place that they are of, and the body that issued each.
SELECT d.id, d.key, coalesce(d.date, l.period_from), d.jurisdiction, b.key
FROM json_each(:documents) AS n
CROSS JOIN documents AS d ON d.id = n.value
CROSS JOIN loaded AS l ON l.document_id = d.id
LEFT JOIN bodies AS b ON b.id = d.issuer_id
