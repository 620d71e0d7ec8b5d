MATCH (b:Chidao:Body) WHERE b.body_words IS NOT NULL
    AND coalesce(b.valid_from <= date($given.as_of), true)
RETURN collect([b.id, b.key, b.name]) AS rows
