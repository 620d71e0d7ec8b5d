INSERT OR IGNORE INTO evidence (
    source_id, relation, target_id, registered, document, start, stop, rule, document_id
)
SELECT a.document_id, a.relation, a.target_id, 0, :key, {{hull}}, a.rule, :document
FROM aims AS a
CROSS JOIN citations AS c ON c.document_id = a.document_id AND c.name = a.citation
WHERE a.document_id = :document AND a.relation <> 'cites' AND a.target_id IS NOT NULL
