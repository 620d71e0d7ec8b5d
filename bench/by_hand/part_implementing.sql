WITH RECURSIVE walk (id, far) AS (
    SELECT id, 0 FROM documents WHERE key = :document
    UNION
    SELECT e.source_id, far + 1
    FROM walk CROSS JOIN edges AS e ON e.target_id = walk.id
    WHERE e.relation IN ('implements', 'continues', 'guides') AND far < 8
),
near AS MATERIALIZED (SELECT id, min(far) AS far FROM walk GROUP BY id),
own AS MATERIALIZED (
    SELECT t.item_id AS id, min(near.far) + 1 AS length
    FROM near CROSS JOIN targets AS t INDEXED BY targets_target ON t.target_id = near.id
    WHERE t.relation IN ('implements', 'continues', 'guides', 'reviews', 'monitors')
        AND t.kind IN ('task', 'assignment')
    GROUP BY t.item_id
),
plans AS MATERIALIZED (
    SELECT a.document_id AS id, min(near.far) + 2 AS length
    FROM near CROSS JOIN aims AS a INDEXED BY aims_target ON a.target_id = near.id
    WHERE a.relation IN ('implements', 'continues', 'guides', 'reviews', 'monitors')
    GROUP BY a.document_id
),
found AS MATERIALIZED (
    SELECT id, length, 0 AS by_plan FROM own
    UNION ALL
    SELECT i.id, plans.length, 1
    FROM plans CROSS JOIN items AS i INDEXED BY items_place ON i.document_id = plans.id
    WHERE i.kind IN ('task', 'assignment') AND i.id NOT IN (SELECT id FROM own)
)
