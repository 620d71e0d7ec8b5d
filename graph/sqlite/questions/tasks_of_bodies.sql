SELECT i.id
FROM {{of_bodies}}
WHERE {{filters}}
