MATCH (s:Chidao:Document)-[e:{{relations}}]->(t:Document)
WHERE e.derived IS NULL AND toLower(type(e)) IN $given.relations
    AND (s.date IS NULL OR s.date <= date($given.as_of))
RETURN collect([
    s.key, toLower(type(e)), t.key, toString(s.date), toString(t.date), s.authority, t.authority
]) AS rows
