UNWIND $given.among AS number
MATCH (:Chidao {id: number})<-[:LED_BY|SUPPORTED_BY]-(i:Task)
WITH DISTINCT i
