// Mostly no days are asked for: then no task is looked at for when it is due.
CALL () {
    WITH $given.due_from IS NULL AND $given.due_to IS NULL AS always WHERE always
    {{overdue}}
    RETURN count(*) AS many
    UNION ALL
    WITH $given.due_from IS NULL AND $given.due_to IS NULL AS always WHERE NOT always
    {{overdue}} AND {{window}}
    RETURN count(*) AS many
}
RETURN [[sum(many)]] AS rows
