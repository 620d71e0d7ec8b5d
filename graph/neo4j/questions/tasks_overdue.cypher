{{overdue}}
WHERE {{filters}}
RETURN collect([i.id]) AS rows
