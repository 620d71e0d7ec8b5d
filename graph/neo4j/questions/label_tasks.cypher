WITH $given.numbers AS numbers
{{label_tasks}}
