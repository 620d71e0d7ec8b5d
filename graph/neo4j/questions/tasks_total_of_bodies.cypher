{{of_bodies}}
WHERE {{filters}}
RETURN [[count(*)]] AS rows
