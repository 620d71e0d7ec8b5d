{{overdue}} AND {{window}}
RETURN collect([i.id]) AS rows
