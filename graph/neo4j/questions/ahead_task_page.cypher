WITH $given.tasks AS tasks
CALL (tasks) {
    {{ahead_tasks}}
}
RETURN collect([name, asked, rows]) AS rows
