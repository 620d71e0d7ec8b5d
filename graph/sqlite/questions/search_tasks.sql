SELECT i.id
FROM found_tasks
CROSS JOIN items AS i ON i.id = found_tasks.rowid
CROSS JOIN documents AS d ON d.id = i.document_id
WHERE found_tasks MATCH :words
ORDER BY
    i.id NOT IN (SELECT rowid FROM found_tasks WHERE found_tasks MATCH :whole),
    d.key,
    i.id
LIMIT :limit OFFSET :offset
