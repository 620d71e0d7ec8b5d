WITH {{asked}},
{{told}}
SELECT number, document, document_id, start, stop, rule, words
FROM told
ORDER BY number, registered, document, start, stop, rule
