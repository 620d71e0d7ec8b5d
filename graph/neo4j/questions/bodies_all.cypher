MATCH (b:Chidao:Body) WHERE b.body_words IS NOT NULL
RETURN collect([b.id, b.key, b.name]) AS rows
