-- What the task `i` is at :as_of: open, done or cancelled.
coalesce(
    iif(i.changed, (
        SELECT s.status FROM status_changes AS s
        WHERE s.item_id = i.id AND s.on_day <= :as_of
        ORDER BY s.at DESC, s.on_day DESC, s.status, s.by, s.note LIMIT 1
    ), NULL),
    iif(i.done_on <= :as_of, 'done', 'open')
)
