MATCH (:Chidao {id: $document})<-[r:REFERS_TO]-() RETURN count(r)
