WITH $given.tasks AS tasks
{{task_rows}}
