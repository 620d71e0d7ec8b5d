// Tasks that review a document of a known day, open and without a last day of their own.
MATCH (x:Chidao:Document)<-[e:REVIEWS]-(i:Task)
WHERE x.date IS NOT NULL AND i.due_latest IS NULL AND i.kind IN $given.kinds
    AND CASE WHEN $given.bodies IS NULL THEN true ELSE EXISTS {
        MATCH (i)-[:LED_BY|SUPPORTED_BY]->(b:Body) WHERE b.id IN $given.bodies
    } END
    AND {{open}}
RETURN collect([e.quote, i.id, x.id, x.key, toString(x.date)]) AS rows
