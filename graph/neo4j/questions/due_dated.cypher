MATCH (i:Chidao)
WHERE date($given.start) <= i.due_latest <= date($given.end)
    AND i.kind IN $given.kinds
    AND CASE WHEN $given.bodies IS NULL THEN true ELSE EXISTS {
        MATCH (i)-[:LED_BY|SUPPORTED_BY]->(b:Body) WHERE b.id IN $given.bodies
    } END
WITH i, {{said}} AS said
WHERE {{status}} = 'open'
RETURN collect([toString(i.due_latest), i.id]) AS rows
