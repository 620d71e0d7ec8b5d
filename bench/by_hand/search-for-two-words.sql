-- Tasks with the words themselves come before those with longer ones, and fill the page.
SELECT (SELECT count(*) FROM found_documents WHERE found_documents MATCH '"tuyen"* AND "truyen"*')
    + (SELECT count(*) FROM found_tasks WHERE found_tasks MATCH '"tuyen"* AND "truyen"*')
    + (SELECT count(*) FROM found_bodies WHERE found_bodies MATCH '"tuyen"* AND "truyen"*');
SELECT d.key, i.path, i.text, i.due_latest
FROM (
    SELECT found_tasks.rowid AS id, d.key
    FROM found_tasks CROSS JOIN documents AS d ON d.id = found_tasks.rowid >> 24
    WHERE found_tasks MATCH '"tuyen" AND "truyen"'
    ORDER BY d.key, found_tasks.rowid LIMIT 100
) AS page
CROSS JOIN items AS i ON i.id = page.id
CROSS JOIN documents AS d ON d.id = i.document_id
ORDER BY d.key, i.id
