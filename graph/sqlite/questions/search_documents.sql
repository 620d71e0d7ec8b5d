SELECT d.id
FROM found_documents
CROSS JOIN documents AS d ON d.id = found_documents.rowid
WHERE found_documents MATCH :words
ORDER BY
    d.id NOT IN (SELECT rowid FROM found_documents WHERE found_documents MATCH :named),
    d.id NOT IN (SELECT rowid FROM found_documents WHERE found_documents MATCH :whole),
    CASE d.standing WHEN 'loaded' THEN 0 WHEN 'registered' THEN 1 ELSE 2 END,
    d.date DESC,
    d.key
LIMIT :limit OFFSET :offset
