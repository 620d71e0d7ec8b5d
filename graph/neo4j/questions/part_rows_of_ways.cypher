[way IN ways[..1] | ['document_of_key', $given.key, [[way[0].all[0]]]]]
+ [way IN ways | ['below', way[0], way[1]]]
+ [way IN ways | ['tasks_towards', way[0], [task IN way[2] | [task.id]]]]
+ [way IN ways | ['plans_towards', way[0], [plan IN way[3] | [plan.id]]]]
