CALL () {
    CALL () {
        {{due_dated}}
    }
    RETURN 'due_dated' AS name, rows
    UNION ALL
    CALL () {
        {{due_recurring}}
    }
    RETURN 'due_recurring' AS name, rows
}
RETURN collect([name, $given.start, rows]) AS rows
