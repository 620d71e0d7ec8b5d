MATCH (b:Chidao:Body {key: $given.key}) WHERE b.body_words IS NOT NULL
RETURN collect([b.id]) AS rows
