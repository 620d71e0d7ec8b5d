i.text, d.key, d.title, d.number, d.symbol, i.path, i.kind, i.start, i.stop, i.due_earliest,
i.due_latest, i.recurs, i.waits, i.done_on,
iif(i.changed, (
    SELECT json_array(s.status, s.on_day) FROM status_changes AS s
    WHERE s.item_id = i.id AND s.on_day <= :day
    ORDER BY s.at DESC, s.on_day DESC, s.status, s.by, s.note LIMIT 1
), NULL),
(
    SELECT json_group_array(json_array(role, text, gone)) FROM (
        SELECT p.role, p.text, (
            SELECT b.key FROM bodies AS b WHERE b.id = p.body_id AND b.successor_date <= :day
        ) AS gone
        FROM phrases AS p WHERE p.item_id = i.id ORDER BY p.role, p.ordinal
    )
),
iif(i.recurs, (
    SELECT json_group_array(json_array(frequency, rrule, first_day, last_day, text)) FROM (
        SELECT * FROM recurrences AS r WHERE r.item_id = i.id ORDER BY r.ordinal
    )
), NULL)
