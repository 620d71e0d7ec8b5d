SELECT t.key, t.type, t.number, t.symbol, t.date, t.title, s.key || '#' || i.path, a.relation,
    t.key, substr(x.text, iif(abs(a.start - c.start) < 400, min(a.start, c.start), c.start) + 1,
        iif(abs(a.start - c.start) < 400, max(a.stop, c.stop), c.stop) - iif(abs(a.start - c.start) < 400, min(a.start, c.start), c.start)),
    s.key, iif(abs(a.start - c.start) < 400, min(a.start, c.start), c.start), iif(abs(a.start - c.start) < 400, max(a.stop, c.stop), c.stop), a.rule
FROM documents AS s
CROSS JOIN items AS i ON i.document_id = s.id
CROSS JOIN targets AS a ON a.document_id = s.id AND a.item_id = i.id
CROSS JOIN documents AS t ON t.id = a.target_id
CROSS JOIN citations AS c
    ON c.document_id = s.id AND c.name = a.citation
CROSS JOIN texts AS x ON x.document_id = s.id
WHERE s.key = substr(:source, 1, instr(:source, '#') - 1)
    AND i.path = substr(:source, instr(:source, '#') + 1)
    AND a.relation = 'implements' AND t.key = :document
