// The open tasks whose latest day is one of those asked, by that day.
MATCH (i:Chidao)
WHERE date($given.start) <= i.due_latest <= date($given.end)
    AND i.kind IN $given.kinds
    AND CASE WHEN $given.bodies IS NULL THEN true ELSE EXISTS {
        MATCH (i)-[:LED_BY|SUPPORTED_BY]->(b:Body) WHERE b.id IN $given.bodies
    } END
    AND {{open}}
WITH i.due_latest AS day, collect(i.id) AS tasks
RETURN collect([toString(day), tasks]) AS rows
