{{overdue}}
WHERE {{filters}}
RETURN [[count(*)]] AS rows
