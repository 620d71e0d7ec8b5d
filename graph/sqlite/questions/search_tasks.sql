-- Tasks that have the words themselves come first, and are mostly enough for the page.
WITH whole AS MATERIALIZED (
    SELECT rowid AS id FROM found_tasks WHERE found_tasks MATCH :whole
),
found (later, id) AS (
    SELECT 0, id FROM whole
    UNION ALL
    SELECT 1, rowid FROM found_tasks
    WHERE found_tasks MATCH iif((SELECT count(*) FROM whole) < :offset + :limit, :words, '""')
        AND rowid NOT IN (SELECT id FROM whole)
)
SELECT one.id
FROM found AS one CROSS JOIN documents AS d ON d.id = one.id >> 24
ORDER BY one.later, d.key, one.id
LIMIT :limit OFFSET :offset
