SELECT 'documents-loaded', count(*) FROM documents WHERE standing = 'loaded'
UNION ALL SELECT 'documents-registered', count(*) FROM documents WHERE standing = 'registered'
UNION ALL SELECT 'documents-cited', count(*) FROM documents WHERE standing = 'cited'
UNION ALL SELECT 'tasks', count(*) FROM items WHERE kind = 'task'
UNION ALL SELECT 'assignments', count(*) FROM items WHERE kind = 'assignment'
UNION ALL SELECT 'topics', count(*) FROM items WHERE kind = 'topic'
UNION ALL SELECT 'citations', count(*) FROM citations
UNION ALL SELECT 'citations-resolved', count(*) FROM citations
    WHERE meaning_id IS NOT NULL AND status = 'resolved'
UNION ALL SELECT 'citations-ambiguous', count(*) FROM citations WHERE status = 'ambiguous'
UNION ALL SELECT 'citations-unknown', (SELECT count(*) FROM citations) - (
    SELECT count(*) FROM citations WHERE meaning_id IS NOT NULL AND status = 'resolved'
) - (SELECT count(*) FROM citations WHERE status = 'ambiguous')
UNION ALL SELECT 'edges', (SELECT count(*) FROM edges) + (SELECT count(*) FROM ({{cites}})) + (
    SELECT count(*) FROM (
        SELECT DISTINCT item_id, relation, target_id FROM targets WHERE target_id IS NOT NULL
    )
)
UNION ALL SELECT 'bodies', count(*) FROM bodies WHERE words <> ''
UNION ALL SELECT 'status-changes', count(*) FROM status_changes
UNION ALL SELECT 'kept_aside', count(*) FROM status_changes WHERE item_id IS NULL
UNION ALL SELECT 'state:' || state, many FROM ({{states}})
