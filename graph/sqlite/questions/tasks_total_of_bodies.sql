SELECT count(*)
FROM {{of_bodies}}
WHERE {{filters}}
