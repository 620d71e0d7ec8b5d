MATCH (s)-[e:{{relations}}]->(d:Document)
WHERE e.derived IS NULL AND toLower(type(e)) IN relations
RETURN collect([s.id, toLower(type(e)), d.id, d.key]) AS rows
