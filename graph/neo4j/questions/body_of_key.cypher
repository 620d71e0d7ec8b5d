MATCH (b:Chidao:Body {key: $key}) WHERE b.body_words IS NOT NULL
RETURN b.id
