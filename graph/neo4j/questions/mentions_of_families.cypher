MATCH (c:Chidao)-[:MENTIONED_IN]->(d:Document) WHERE c.named_family IN $given.families
RETURN d.key, d.id, c.name, c.mention
ORDER BY d.key, c.start, c.ordinal
