WITH {{asked}}
SELECT a.number, d.key, i.document_id, i.start, i.stop, i.rule, i.text
FROM asked AS a
CROSS JOIN items AS i ON i.id = a.source
CROSS JOIN documents AS d ON d.id = i.document_id
