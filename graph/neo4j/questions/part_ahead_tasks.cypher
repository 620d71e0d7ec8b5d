// What is told of the tasks `i` of the documents `d`; phrases and rules task by task.
WITH i, d, {{said}} AS said
WITH collect(i.id) AS tasks, collect({{row}}) AS page, collect({{phrases}}) AS phrases,
    collect({{recurrences}}) AS rules
