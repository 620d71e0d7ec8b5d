SELECT {{document_row}}
FROM documents AS d
WHERE d.place = :place AND {{document}}
ORDER BY d.key
LIMIT :limit OFFSET :offset
