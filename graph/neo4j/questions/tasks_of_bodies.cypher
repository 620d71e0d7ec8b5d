{{of_bodies}}
WHERE {{filters}}
RETURN collect([i.id]) AS rows
