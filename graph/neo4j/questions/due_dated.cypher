MATCH (i:Chidao)
WHERE date($given.start) <= i.due_latest <= date($given.end)
    AND i.kind IN $given.kinds
    AND ($given.bodies IS NULL OR EXISTS {
        MATCH (i)-[:LED_BY|SUPPORTED_BY]->(b:Body) WHERE b.id IN $given.bodies
    })
WITH i, {{said}} AS said
WHERE {{state}} IN ['open-in-time', 'open-overdue']
RETURN toString(i.due_latest), i.id
