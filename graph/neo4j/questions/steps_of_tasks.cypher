WITH $given.tasks AS tasks
{{steps_of_tasks}}
