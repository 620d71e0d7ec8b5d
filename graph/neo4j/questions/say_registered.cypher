UNWIND $given.said AS row
MERGE (e:Chidao {
    edge: toString(row.source) + ' ' + row.relation + ' ' + toString(row.target), registered: true
})
SET e:Evidence, e += row
