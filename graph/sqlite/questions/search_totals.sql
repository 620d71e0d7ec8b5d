SELECT
    (SELECT count(*) FROM found_documents WHERE found_documents MATCH :words),
    (SELECT count(*) FROM found_tasks WHERE found_tasks MATCH :words),
    (SELECT count(*) FROM found_bodies WHERE found_bodies MATCH :words)
