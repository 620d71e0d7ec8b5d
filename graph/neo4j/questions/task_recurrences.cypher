WITH $given.tasks AS tasks
{{task_recurrences}}
