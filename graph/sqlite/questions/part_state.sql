-- The state of the task `i` at :as_of, as graph.answer_types.State tells it.
CASE {{status}}
WHEN 'cancelled' THEN 'cancelled'
WHEN 'done' THEN iif(
    i.due_latest IS NULL OR coalesce(
        iif(i.changed, (
            SELECT s.on_day FROM status_changes AS s
            WHERE s.item_id = i.id AND s.on_day <= :as_of
            ORDER BY s.at DESC, s.on_day DESC, s.status, s.by, s.note LIMIT 1
        ), NULL),
        i.done_on
    ) <= i.due_latest,
    'done-on-time', 'done-late'
)
ELSE CASE
    WHEN i.due_latest < :as_of THEN 'open-overdue'
    WHEN i.due_latest IS NOT NULL OR i.due_earliest IS NOT NULL THEN 'open-in-time'
    WHEN i.recurs THEN 'recurring'
    WHEN i.waits THEN 'waiting'
    ELSE 'undated'
END
END
