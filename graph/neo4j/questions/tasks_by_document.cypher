MATCH (i:Chidao:Task)
WHERE {{filters}}
RETURN i.id / 16777216 AS document, count(*)
