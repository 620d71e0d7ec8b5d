WITH {{asked}}
SELECT a.number, d.key, iif(l.issuer IS NULL, NULL, d.id), json_extract(e.value, '$[2]'),
    json_extract(e.value, '$[3]'), json_extract(e.value, '$[4]'), d.issuer
FROM asked AS a
CROSS JOIN documents AS d ON d.id = a.source
LEFT JOIN loaded AS l ON l.document_id = d.id
LEFT JOIN json_each(l.evidence) AS e ON json_extract(e.value, '$[0]') = 'issuer'
ORDER BY 1, 4
