SELECT o.type, o.number, o.symbol, o.date, o.title, d.key, d.id, {{hull}}, a.rule, NULL
FROM documents AS d
CROSS JOIN targets AS a ON a.document_id = d.id AND a.item_id = (
    SELECT i.id FROM items AS i
    WHERE i.document_id = d.id AND i.path = :path
    ORDER BY i.id LIMIT 1
)
CROSS JOIN documents AS o ON o.id = a.target_id
CROSS JOIN citations AS c ON c.document_id = d.id AND c.name = a.citation
WHERE d.key = :document AND a.relation = :relation AND o.key = :target
ORDER BY 8, 9, 10
