SELECT task, status, on_day, by, note, at
FROM status_changes
WHERE item_id = :item OR (:item IS NULL AND task = :task)
ORDER BY at, on_day, status, by, note
