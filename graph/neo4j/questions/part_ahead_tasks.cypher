// What is told of the tasks `i` of the documents `d`.
WITH i, d, {{said}} AS said
WITH collect(i.id) AS tasks, collect({{row}}) AS page, collect({{phrases}}) AS phrases,
    collect({{recurrences}}) AS rules
WITH tasks, page, reduce(flat = [], some IN phrases | flat + some) AS phrases,
    reduce(flat = [], some IN rules | flat + some) AS rules
