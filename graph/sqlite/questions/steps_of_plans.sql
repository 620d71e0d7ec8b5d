SELECT a.document_id, a.relation, a.target_id, d.key, {{hull}}, a.rule, NULL
FROM json_each(:documents) AS n
CROSS JOIN aims AS a ON a.document_id = n.value
CROSS JOIN citations AS c ON c.document_id = a.document_id AND c.name = a.citation
CROSS JOIN documents AS d ON d.id = a.target_id
WHERE a.relation IN (SELECT value FROM json_each(:relations))
