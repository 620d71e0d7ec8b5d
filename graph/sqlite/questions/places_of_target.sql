WITH {{asked}}
SELECT n.number, d.key, a.document_id, {{hull}}, a.rule, NULL
FROM asked AS n
CROSS JOIN targets AS a ON a.document_id = n.source >> 24 AND a.item_id = n.source
    AND a.relation = n.relation AND a.target_id = n.target
CROSS JOIN citations AS c ON c.document_id = a.document_id AND c.name = a.citation
CROSS JOIN documents AS d ON d.id = a.document_id
ORDER BY 1, 4, 5, 6
