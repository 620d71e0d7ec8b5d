WITH asked (number, source, relation, target) AS (
    SELECT 0, s.id, :relation, t.id
    FROM documents AS s CROSS JOIN documents AS t
    WHERE s.key = :document AND t.key = :target
),
{{told}}
SELECT o.type, o.number, o.symbol, o.date, o.title, t.document, t.document_id, t.start, t.stop,
    t.rule, t.words
FROM told AS t CROSS JOIN documents AS o
WHERE o.key = :target
ORDER BY t.registered, t.document, t.start, t.stop, t.rule
