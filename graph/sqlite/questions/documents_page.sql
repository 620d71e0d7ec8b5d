SELECT {{document_row}}
FROM documents AS d
WHERE {{document}}
ORDER BY d.key
LIMIT :limit OFFSET :offset
