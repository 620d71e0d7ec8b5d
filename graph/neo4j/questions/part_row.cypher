// The task `i` of the document `d`, of which people said `said`.
[i.id, d.id, d.key, d.type, d.number, d.symbol, d.title, i.path, i.kind, i.start, i.stop, i.text,
    i.rule, toString(i.due_earliest), toString(i.due_latest), {{state}}]
