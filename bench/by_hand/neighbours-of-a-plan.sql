WITH n AS MATERIALIZED (SELECT * FROM documents WHERE key = :plan),
beside AS (
    SELECT e.source_id = n.id AS outward, e.relation, e.source_id, e.target_id
    FROM n CROSS JOIN edges AS e ON e.source_id = n.id
    UNION ALL
    SELECT 0, e.relation, e.source_id, e.target_id
    FROM n CROSS JOIN edges AS e ON e.target_id = n.id
),
cited AS (
    SELECT DISTINCT c.document_id = n.id AS outward, c.document_id, c.meaning_id
    FROM n CROSS JOIN citations AS c ON c.document_id = n.id
    WHERE c.meaning_id <> c.document_id AND NOT EXISTS (
        SELECT 1 FROM edges AS e WHERE e.source_id = c.document_id AND +e.target_id = c.meaning_id
    )
    UNION ALL
    SELECT DISTINCT 0, c.document_id, c.meaning_id
    FROM n CROSS JOIN citations AS c ON c.meaning_id = n.id
    WHERE c.meaning_id <> c.document_id AND NOT EXISTS (
        SELECT 1 FROM edges AS e WHERE e.source_id = c.document_id AND +e.target_id = c.meaning_id
    )
),
e (outward, relation, other, number, type, figures, symbol, date, words, source, target, quote,
    document, told, start, stop, rule) AS (
    SELECT b.outward, b.relation, o.key, o.id, o.type, o.number, o.symbol, o.date, o.title, s.key,
        t.key, p.words, p.document, p.document_id, p.start, p.stop, p.rule
    FROM beside AS b
    CROSS JOIN documents AS s ON s.id = b.source_id
    CROSS JOIN documents AS t ON t.id = b.target_id
    CROSS JOIN documents AS o ON o.id = iif(b.outward, b.target_id, b.source_id)
    CROSS JOIN evidence AS p
        ON p.source_id = b.source_id AND p.relation = b.relation AND p.target_id = b.target_id
        AND (p.registered, p.document, p.start, p.stop, p.rule) = (
            SELECT f.registered, f.document, f.start, f.stop, f.rule
            FROM evidence AS f
            WHERE f.source_id = b.source_id AND f.relation = b.relation
                AND f.target_id = b.target_id
            ORDER BY f.registered, f.document, f.start, f.stop, f.rule LIMIT 1
        )
    UNION ALL
    SELECT b.outward, 'cites', o.key, o.id, o.type, o.number, o.symbol, o.date, o.title, s.key,
        t.key, NULL, s.key, s.id, c.start, c.stop, c.rule
    FROM cited AS b
    CROSS JOIN documents AS s ON s.id = b.document_id
    CROSS JOIN documents AS t ON t.id = b.meaning_id
    CROSS JOIN documents AS o ON o.id = iif(b.outward, b.meaning_id, b.document_id)
    CROSS JOIN citations AS c ON c.document_id = b.document_id AND c.name = (
        SELECT f.name FROM citations AS f
        WHERE f.document_id = b.document_id AND f.meaning_id = b.meaning_id
        ORDER BY f.start, f.stop, f.rule LIMIT 1
    )
    UNION ALL
    SELECT 0, e.relation, d.key || '#' || i.path, i.id, NULL, NULL, NULL, NULL, i.text,
        d.key || '#' || i.path, n.key, NULL, d.key, d.id, min({{from}}), {{to}}, e.rule
    FROM n
    CROSS JOIN targets AS e ON e.target_id = n.id
    CROSS JOIN items AS i ON i.id = e.item_id
    CROSS JOIN documents AS d ON d.id = e.document_id
    CROSS JOIN citations AS c ON c.document_id = e.document_id AND c.name = e.citation
    GROUP BY e.relation, i.id
    UNION ALL
    SELECT 0, 'part_of', n.key || '#' || i.path, i.id, NULL, NULL, NULL, NULL, i.text,
        n.key || '#' || i.path, n.key, i.text, n.key, n.id, i.start, i.stop, i.rule
    FROM n CROSS JOIN items AS i ON i.document_id = n.id
    UNION ALL
    SELECT 1, 'issued_by', b.key, b.id, NULL, NULL, NULL, NULL, b.name, n.key, b.key, n.issuer,
        iif(v.value IS NULL, 'registry', n.key), NULL, json_extract(v.value, '$[2]'),
        json_extract(v.value, '$[3]'), coalesce(json_extract(v.value, '$[4]'), 'registry')
    FROM n
    CROSS JOIN bodies AS b ON b.id = n.issuer_id
    LEFT JOIN loaded AS l ON l.document_id = n.id
    LEFT JOIN json_each(l.evidence) AS v ON json_extract(v.value, '$[0]') = 'issuer'
)
SELECT e.other, e.type, e.figures, e.symbol, e.date, e.words, e.source, e.relation, e.target,
    coalesce(e.quote, {{quote}}), e.document, e.start, e.stop, e.rule
FROM e
ORDER BY e.outward DESC, {{rank}}, e.other, e.number
