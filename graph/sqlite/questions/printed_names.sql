SELECT DISTINCT p.text, l.issuer, l.jurisdiction
FROM phrases AS p
CROSS JOIN items AS i ON i.id = p.item_id
CROSS JOIN loaded AS l ON l.document_id = i.document_id
WHERE p.body_id = :body
UNION
SELECT issuer, NULL, jurisdiction FROM documents WHERE issuer_id = :body
