MATCH (i:Chidao)
WHERE date($start) <= i.due_latest <= date($end)
    AND i.kind IN $kinds
    AND ($bodies IS NULL OR EXISTS {
        MATCH (i)-[:LED_BY|SUPPORTED_BY]->(b:Body) WHERE b.id IN $bodies
    })
WITH i, {{said}} AS said
WHERE {{state}} IN ['open-in-time', 'open-overdue']
RETURN toString(i.due_latest), i.id
