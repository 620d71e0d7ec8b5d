// The citations `c` of documents `r` in later texts, those of `d`; the first of `keys` is the
// document that had replaced it. One that replaces another may well name it.
MATCH (r:Chidao:Document)<-[:REPLACES]-(s:Chidao:Document) WHERE s.date <= date($given.as_of)
WITH r, s ORDER BY s.date, s.key
WITH r, collect(s) AS successors
MATCH (r)<-[:REFERS_TO]-(c:Citation)-[:MENTIONED_IN]->(d:Document)-[:READ_FROM]->(l:Source)
WHERE NOT EXISTS { (d)-[:REPLACES]->(r) }
WITH r, c, d, [
    s IN successors WHERE s.date < coalesce(l.date, l.period_from, c.by) | s.key
] AS keys
WHERE size(keys) > 0
