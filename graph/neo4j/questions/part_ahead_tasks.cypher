// What is told of `tasks`, the ids of those on a page.
CALL (tasks) {
    {{task_rows}}
}
RETURN 'task_rows' AS name, tasks AS asked, rows
UNION ALL
CALL (tasks) {
    {{task_phrases}}
}
RETURN 'task_phrases' AS name, tasks AS asked, rows
UNION ALL
CALL (tasks) {
    {{task_recurrences}}
}
RETURN 'task_recurrences' AS name, tasks AS asked, rows
