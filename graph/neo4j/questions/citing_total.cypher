MATCH (:Chidao {id: $given.document})<-[r:REFERS_TO]-()
RETURN [[count(r)]] AS rows
