MATCH (b:Chidao:Body) WHERE b.body_words IS NOT NULL
RETURN b.id, b.key, b.name
