[d.id, d.key, d.type, d.number, d.symbol, toString(d.date), d.title]
