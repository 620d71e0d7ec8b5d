SELECT id, issuer, jurisdiction, issuer_id
FROM documents
WHERE issuer_id IS NOT NULL
ORDER BY id
