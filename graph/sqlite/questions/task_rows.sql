SELECT i.id, i.document_id, d.key, d.type, d.number, d.symbol, d.title, i.path, i.kind, i.start,
    i.stop, i.text, i.rule, i.due_earliest, i.due_latest, {{state}}
FROM json_each(:tasks) AS n
CROSS JOIN items AS i ON i.id = n.value
CROSS JOIN documents AS d ON d.id = i.document_id
