// Every node of ours is a `Chidao` besides what it is, and every index is on that label alone, so
// that whatever else lives in the database is neither read, nor indexed, nor constrained.
CREATE CONSTRAINT chidao_id IF NOT EXISTS FOR (n:Chidao) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT chidao_key IF NOT EXISTS FOR (n:Chidao) REQUIRE n.key IS UNIQUE;
CREATE INDEX chidao_family IF NOT EXISTS FOR (n:Chidao) ON (n.family);
CREATE INDEX chidao_named_family IF NOT EXISTS FOR (n:Chidao) ON (n.named_family);
CREATE INDEX chidao_place IF NOT EXISTS FOR (n:Chidao) ON (n.place);
CREATE INDEX chidao_due_latest IF NOT EXISTS FOR (n:Chidao) ON (n.due_latest);
CREATE INDEX chidao_rule_bounds IF NOT EXISTS FOR (n:Chidao) ON (n.rule_bounds);
CREATE INDEX chidao_edge IF NOT EXISTS FOR (n:Chidao) ON (n.edge);
CREATE INDEX chidao_told_by IF NOT EXISTS FOR (n:Chidao) ON (n.told_by);
CREATE INDEX chidao_of_document IF NOT EXISTS FOR (n:Chidao) ON (n.of_document);
CREATE INDEX chidao_of_task IF NOT EXISTS FOR (n:Chidao) ON (n.of_task);

// What changes while a node lives and may go in the same transaction (a standing, a parent) has no
// index, or one that only questions use (a place): Neo4j 5.26 then still finds the node there, and
// fails for having found one that is gone.

// Words are folded before they are stored, as those of a question are: parting them is enough.
CREATE FULLTEXT INDEX chidao_documents IF NOT EXISTS FOR (n:Chidao)
ON EACH [n.name_words, n.title_words] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
CREATE FULLTEXT INDEX chidao_tasks IF NOT EXISTS FOR (n:Chidao)
ON EACH [n.task_words] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
CREATE FULLTEXT INDEX chidao_bodies IF NOT EXISTS FOR (n:Chidao)
ON EACH [n.body_words] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
CREATE FULLTEXT INDEX chidao_body_names IF NOT EXISTS FOR (n:Chidao)
ON EACH [n.called] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
