WITH RECURSIVE up (id, far) AS (
    SELECT id, 0 FROM documents WHERE key = :plan
    UNION
    SELECT e.target_id, far + 1
    FROM up CROSS JOIN edges AS e ON e.source_id = up.id
    WHERE e.relation <> 'cites' AND far < 8
),
above AS MATERIALIZED (SELECT id, min(far) AS far FROM up GROUP BY id),
hops AS (
    SELECT t.far, 'up' AS direction, e.source_id AS source, e.relation, e.target_id AS target
    FROM above AS t CROSS JOIN edges AS e ON e.target_id = t.id
    CROSS JOIN above AS s ON s.id = e.source_id AND s.far = t.far - 1
    WHERE e.relation <> 'cites'
)
{{hops}}
