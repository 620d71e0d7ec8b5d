SELECT i.due_latest, json_group_array(i.id)
FROM items AS i INDEXED BY items_due
WHERE i.due_latest BETWEEN :day AND :month AND i.kind IN ('task', 'assignment') AND {{open}}
GROUP BY i.due_latest;
SELECT r.rrule, r.first_day, r.last_day, json_group_array(i.id)
FROM recurrences AS r
CROSS JOIN items AS i ON i.id = r.item_id
WHERE r.rrule IS NOT NULL AND coalesce(r.first_day, '') <= :month
    AND coalesce(r.last_day, '~') >= :day AND i.kind IN ('task', 'assignment') AND {{open}}
GROUP BY r.rrule, r.first_day, r.last_day;
WITH page AS MATERIALIZED (
    SELECT json_extract(n.value, '$[0]') AS due, i.id, d.key
    FROM json_each(:pairs) AS n
    CROSS JOIN items AS i ON i.id = json_extract(n.value, '$[1]')
    CROSS JOIN documents AS d ON d.id = i.document_id
    ORDER BY due, d.key, i.id LIMIT 100
)
SELECT page.due, {{task}}
FROM page
CROSS JOIN items AS i ON i.id = page.id
CROSS JOIN documents AS d ON d.id = i.document_id
ORDER BY page.due, page.key, page.id
