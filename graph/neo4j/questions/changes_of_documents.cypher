MATCH (s:Chidao) WHERE s.of_document IN $given.documents
WITH [s.of_document, elementId(s), s.of_task, s.text, s.status, toString(s.on), s.by, s.note,
    s.at] AS row
ORDER BY s.at, s.on, s.status, s.by, s.note
RETURN collect(row) AS rows
