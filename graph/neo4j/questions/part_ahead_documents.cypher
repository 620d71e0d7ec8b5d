// How many the documents `d` are, and their page.
WITH collect(d) AS found
CALL (found) {
    RETURN 'documents_total' AS name, null AS asked, [[size(found)]] AS rows
    UNION ALL
    CALL (found) {
        UNWIND found AS d
        {{documents_page}}
    }
    RETURN 'documents_page' AS name, null AS asked, rows
}
