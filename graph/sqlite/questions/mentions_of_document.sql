SELECT d.key, m.*
FROM mentions AS m
CROSS JOIN documents AS d ON d.id = m.document_id
CROSS JOIN citations AS c ON c.document_id = m.document_id AND c.name = m.citation
WHERE m.document_id = :document
ORDER BY c.ordinal
