MATCH (c:Chidao)-[:MENTIONED_IN]->(d:Document) WHERE c.named_family IN $given.families
WITH [d.key, d.id, c.name, c.mention] AS row
ORDER BY d.key, c.start, c.ordinal
RETURN collect(row) AS rows
