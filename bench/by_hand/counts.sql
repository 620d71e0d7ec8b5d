SELECT 'documents', json_group_array(json_array(standing, many))
FROM (SELECT standing, count(*) AS many FROM documents GROUP BY standing)
UNION ALL
SELECT 'citations', json_array(
    (SELECT count(*) FROM citations),
    (SELECT count(*) FROM citations WHERE status = 'ambiguous'),
    (SELECT count(*) FROM citations WHERE meaning_id IS NOT NULL AND status = 'resolved')
)
UNION ALL
SELECT 'tasks', json_group_array(json_array(kind, state, many)) FROM (
    SELECT i.kind, CASE
        WHEN i.changed THEN (
            SELECT CASE
                WHEN s.status = 'cancelled' THEN 'cancelled'
                WHEN s.status = 'done'
                    THEN iif(s.on_day > i.due_latest, 'done-late', 'done-on-time')
                WHEN i.due_latest < :day THEN 'open-overdue'
                WHEN i.due_latest IS NOT NULL OR i.due_earliest IS NOT NULL THEN 'open-in-time'
                WHEN i.recurs THEN 'recurring'
                WHEN i.waits THEN 'waiting'
                ELSE 'undated'
            END
            FROM status_changes AS s WHERE s.item_id = i.id AND s.on_day <= :day
            ORDER BY s.at DESC, s.on_day DESC, s.status, s.by, s.note LIMIT 1
        )
        WHEN i.done_on <= :day THEN iif(i.done_on > i.due_latest, 'done-late', 'done-on-time')
        WHEN i.due_latest < :day THEN 'open-overdue'
        WHEN i.due_latest IS NOT NULL OR i.due_earliest IS NOT NULL THEN 'open-in-time'
        WHEN i.recurs THEN 'recurring'
        WHEN i.waits THEN 'waiting'
        ELSE 'undated'
    END AS state, count(*) AS many
    FROM items AS i INDEXED BY items_place
    GROUP BY i.kind, state
)
UNION ALL
SELECT 'edges', (SELECT count(*) FROM edges) + (
    SELECT count(*) FROM (
        SELECT DISTINCT c.document_id, c.meaning_id
        FROM citations AS c
        WHERE c.meaning_id IS NOT NULL AND c.meaning_id <> c.document_id AND NOT EXISTS (
            SELECT 1 FROM edges AS e
            WHERE e.source_id = c.document_id AND +e.target_id = c.meaning_id
        )
    )
) + (
    SELECT count(*) FROM (
        SELECT DISTINCT item_id, relation, target_id FROM targets WHERE target_id IS NOT NULL
    )
)
UNION ALL SELECT 'bodies', (SELECT count(*) FROM bodies WHERE words <> '')
UNION ALL SELECT 'status-changes', (SELECT count(*) FROM status_changes)
UNION ALL SELECT 'kept_aside', (SELECT count(*) FROM status_changes WHERE item_id IS NULL)
