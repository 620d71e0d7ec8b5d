SELECT d.key, a.document_id, {{hull}}, a.rule, NULL
FROM targets AS a
CROSS JOIN citations AS c ON c.document_id = a.document_id AND c.name = a.citation
CROSS JOIN documents AS d ON d.id = a.document_id
WHERE a.document_id = :source >> 24 AND a.item_id = :source AND a.relation = :relation
    AND a.target_id = :target
ORDER BY 3, 4, 5
