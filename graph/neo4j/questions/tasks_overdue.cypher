{{overdue}}
RETURN collect([i.id]) AS rows
