{{overdue}}
RETURN [[count(*)]] AS rows
