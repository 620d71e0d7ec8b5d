SELECT DISTINCT p.body_id, l.issuer, l.jurisdiction, p.text
FROM loaded AS l
CROSS JOIN items AS i ON i.document_id = l.document_id
CROSS JOIN phrases AS p ON p.item_id = i.id
WHERE p.body_id IS NOT NULL
ORDER BY p.body_id, l.issuer, l.jurisdiction, p.text
