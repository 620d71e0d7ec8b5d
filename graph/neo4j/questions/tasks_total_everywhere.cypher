MATCH (i:Chidao:Task)
WHERE {{filters}}
RETURN [[count(*)]] AS rows
