// Documents that are for a review of another one of a known day, but for reports of one.
MATCH (x:Document)<-[a:AIMS_AT {relation: 'reviews'}]-(d:Chidao:Document)
WHERE x.date IS NOT NULL AND d.type <> 'BC'
    AND CASE WHEN $given.bodies IS NULL THEN true ELSE EXISTS {
        MATCH (d)-[:ISSUED_BY]->(b:Body) WHERE b.id IN $given.bodies
    } END
RETURN collect([a.quote, d.id, x.id, x.key, toString(x.date)]) AS rows
