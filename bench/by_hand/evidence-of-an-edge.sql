SELECT t.key, t.type, t.number, t.symbol, t.date, t.title, s.key || '#' || i.path, e.relation,
    t.key, substr(x.text, {{from}} + 1, {{to}} - {{from}}), s.key, {{from}}, {{to}}, e.rule
FROM documents AS s
CROSS JOIN items AS i ON i.document_id = s.id
CROSS JOIN targets AS e ON e.document_id = s.id AND e.item_id = i.id
CROSS JOIN documents AS t ON t.id = e.target_id
CROSS JOIN citations AS c
    ON c.document_id = s.id AND c.name = e.citation
CROSS JOIN texts AS x ON x.document_id = s.id
WHERE s.key = substr(:source, 1, instr(:source, '#') - 1)
    AND i.path = substr(:source, instr(:source, '#') + 1)
    AND e.relation = 'implements' AND t.key = :document
