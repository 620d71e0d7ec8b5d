WITH {{asked}}
SELECT a.number, NULL, NULL, NULL, NULL, 'registry', b.name
FROM asked AS a
CROSS JOIN bodies AS b ON b.id = a.source
