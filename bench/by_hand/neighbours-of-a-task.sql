WITH n AS MATERIALIZED (
    SELECT i.*, d.key, d.key || '#' || i.path AS own
    FROM documents AS d CROSS JOIN items AS i ON i.document_id = d.id
    WHERE d.key = substr(:task, 1, instr(:task, '#') - 1)
        AND i.path = substr(:task, instr(:task, '#') + 1)
    ORDER BY i.id LIMIT 1
),
e (outward, relation, other, number, type, figures, symbol, date, words, source, target, quote,
    told, start, stop, rule) AS (
    SELECT 1, e.relation, t.key, t.id, t.type, t.number, t.symbol, t.date, t.title, n.own, t.key,
        NULL, n.document_id, min({{from}}), {{to}}, e.rule
    FROM n
    CROSS JOIN targets AS e ON e.document_id = n.document_id AND e.item_id = n.id
    CROSS JOIN documents AS t ON t.id = e.target_id
    CROSS JOIN citations AS c ON c.document_id = e.document_id AND c.name = e.citation
    GROUP BY e.relation, t.id
    UNION ALL
    SELECT 1, 'part_of', d.key, d.id, d.type, d.number, d.symbol, d.date, d.title, n.own, d.key,
        n.text, n.document_id, n.start, n.stop, n.rule
    FROM n CROSS JOIN documents AS d ON d.id = n.document_id
    UNION ALL
    SELECT 1, 'part_of', n.key || '#' || i.path, i.id, NULL, NULL, NULL, NULL, i.text, n.own,
        n.key || '#' || i.path, n.text, n.document_id, n.start, n.stop, n.rule
    FROM n CROSS JOIN items AS i ON i.document_id = n.document_id AND i.path = n.parent
    UNION ALL
    SELECT 0, 'part_of', n.key || '#' || i.path, i.id, NULL, NULL, NULL, NULL, i.text,
        n.key || '#' || i.path, n.own, i.text, n.document_id, i.start, i.stop, i.rule
    FROM n CROSS JOIN items AS i ON i.document_id = n.document_id AND i.parent = n.path
    UNION ALL
    SELECT 1, iif(p.role = 'lead', 'led_by', 'supported_by'), b.key, b.id, NULL, NULL, NULL, NULL,
        b.name, n.own, b.key, NULL, n.document_id, p.start, p.stop, p.rule
    FROM n
    CROSS JOIN phrases AS p ON p.item_id = n.id
    CROSS JOIN bodies AS b ON b.id = p.body_id
)
SELECT e.other, e.type, e.figures, e.symbol, e.date, e.words, e.source, e.relation, e.target,
    coalesce(e.quote, {{quote}}), n.key, e.start, e.stop, e.rule
FROM e CROSS JOIN n
ORDER BY e.outward DESC, {{rank}}, e.other, e.number
