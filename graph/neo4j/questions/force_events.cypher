MATCH (:Chidao {id: $given.document})<-[e:CONTINUES|AMENDS|REPLACES]-(d:Document)
WHERE e.derived IS NULL
OPTIONAL MATCH (d)-[:READ_FROM]->(l:Source)
RETURN collect([
    toLower(type(e)), d.id, d.key, toString(coalesce(d.date, l.period_from)), d.authority
]) AS rows
