WITH RECURSIVE down (id, far) AS (
    SELECT id, 0 FROM documents WHERE key = :document
    UNION
    SELECT e.source_id, far + 1
    FROM down CROSS JOIN edges AS e ON e.target_id = down.id
    WHERE e.relation IN ('implements', 'continues', 'guides', 'reviews', 'monitors') AND far < 8
),
up (id, far) AS (
    SELECT id, 0 FROM documents WHERE key = :document
    UNION
    SELECT e.target_id, far + 1
    FROM up CROSS JOIN edges AS e ON e.source_id = up.id
    WHERE e.relation <> 'cites' AND far < 8
),
below AS MATERIALIZED (SELECT id, min(far) AS far FROM down GROUP BY id),
above AS MATERIALIZED (SELECT id, min(far) AS far FROM up GROUP BY id),
hops AS (
    SELECT s.far AS far, 'down' AS direction, s.id AS source, e.relation, e.target_id AS target
    FROM below AS s CROSS JOIN edges AS e ON e.source_id = s.id
    CROSS JOIN below AS t ON t.id = e.target_id AND t.far = s.far - 1
    WHERE e.relation IN ('implements', 'continues', 'guides', 'reviews', 'monitors')
    UNION ALL
    SELECT t.far, 'up', e.source_id, e.relation, e.target_id
    FROM above AS t CROSS JOIN edges AS e ON e.target_id = t.id
    CROSS JOIN above AS s ON s.id = e.source_id AND s.far = t.far - 1
    WHERE e.relation <> 'cites'
)
SELECT count(*) FROM hops;
WITH RECURSIVE down (id, far) AS (
    SELECT id, 0 FROM documents WHERE key = :document
    UNION
    SELECT e.source_id, far + 1
    FROM down CROSS JOIN edges AS e ON e.target_id = down.id
    WHERE e.relation IN ('implements', 'continues', 'guides', 'reviews', 'monitors') AND far < 8
),
up (id, far) AS (
    SELECT id, 0 FROM documents WHERE key = :document
    UNION
    SELECT e.target_id, far + 1
    FROM up CROSS JOIN edges AS e ON e.source_id = up.id
    WHERE e.relation <> 'cites' AND far < 8
),
below AS MATERIALIZED (SELECT id, min(far) AS far FROM down GROUP BY id),
above AS MATERIALIZED (SELECT id, min(far) AS far FROM up GROUP BY id),
hops AS (
    SELECT s.far AS far, 'down' AS direction, s.id AS source, e.relation, e.target_id AS target
    FROM below AS s CROSS JOIN edges AS e ON e.source_id = s.id
    CROSS JOIN below AS t ON t.id = e.target_id AND t.far = s.far - 1
    WHERE e.relation IN ('implements', 'continues', 'guides', 'reviews', 'monitors')
    UNION ALL
    SELECT t.far, 'up', e.source_id, e.relation, e.target_id
    FROM above AS t CROSS JOIN edges AS e ON e.target_id = t.id
    CROSS JOIN above AS s ON s.id = e.source_id AND s.far = t.far - 1
    WHERE e.relation <> 'cites'
)
{{hops}}
