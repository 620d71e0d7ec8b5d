SELECT document, text, task, status, on_day, by, note, at
FROM status_changes
ORDER BY document, task, at, on_day, status, by, note
