-- One graph in one file. Days are ISO text, offsets code points (`stop` exclusive), lists JSON.
--
-- A task's id is its document's id times 2^24 plus its place in the text, so that the tasks of one
-- document lie together in the order of the text.

CREATE TABLE bodies (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    aliases TEXT NOT NULL DEFAULT '[]',
    kind TEXT NOT NULL,
    level TEXT,
    jurisdiction TEXT,
    parent TEXT,
    valid_from TEXT,
    valid_to TEXT,
    successor TEXT,
    successor_date TEXT,
    source TEXT,
    confidence TEXT,
    registered INTEGER NOT NULL DEFAULT 0,
    words TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX bodies_parent ON bodies (parent) WHERE parent IS NOT NULL;

-- Every folded form under which a body may be asked for.
CREATE TABLE body_names (
    name TEXT NOT NULL,
    body_id INTEGER NOT NULL REFERENCES bodies ON DELETE CASCADE,
    PRIMARY KEY (name, body_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX body_names_body ON body_names (body_id);

-- A document as all accounts of it together tell; `family` is shared by namesakes.
CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    standing TEXT NOT NULL,
    authority TEXT NOT NULL,
    type TEXT NOT NULL,
    number TEXT,
    symbol TEXT,
    date TEXT,
    issuer TEXT,
    term TEXT,
    jurisdiction TEXT,
    title TEXT,
    status TEXT,
    source TEXT,
    confidence TEXT,
    family TEXT NOT NULL,
    place TEXT NOT NULL,
    issuer_slug TEXT,
    issuer_id INTEGER REFERENCES bodies,
    names TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT;
CREATE INDEX documents_family ON documents (family);
CREATE INDEX documents_place ON documents (place, key);
CREATE INDEX documents_standing ON documents (standing);
CREATE INDEX documents_issuer ON documents (issuer_id) WHERE issuer_id IS NOT NULL;

-- What each way of knowing a document says of it: its own text, the registry, those that cite it.
CREATE TABLE accounts (
    document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    standing TEXT NOT NULL,
    authority TEXT NOT NULL,
    type TEXT NOT NULL,
    number TEXT,
    symbol TEXT,
    date TEXT,
    issuer TEXT,
    term TEXT,
    jurisdiction TEXT,
    title TEXT,
    status TEXT,
    source TEXT,
    confidence TEXT,
    PRIMARY KEY (document_id, standing)
) STRICT, WITHOUT ROWID;

-- The source and the header of a loaded document; whatever its text gave hangs on this row.
CREATE TABLE loaded (
    document_id INTEGER PRIMARY KEY REFERENCES documents,
    name TEXT NOT NULL,
    location TEXT NOT NULL,
    format TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    reader TEXT NOT NULL,
    length INTEGER NOT NULL,
    type TEXT,
    number TEXT,
    symbol TEXT,
    title TEXT,
    issuer TEXT,
    jurisdiction TEXT,
    place TEXT,
    date TEXT,
    period_from TEXT,
    period_to TEXT,
    has_period INTEGER NOT NULL,
    signatory TEXT,
    recipients TEXT NOT NULL,
    evidence TEXT NOT NULL
) STRICT;

CREATE TABLE texts (
    document_id INTEGER PRIMARY KEY REFERENCES loaded ON DELETE CASCADE,
    text TEXT NOT NULL
) STRICT;

-- Each mention of a document, and what it means once that was settled.
CREATE TABLE citations (
    document_id INTEGER NOT NULL REFERENCES loaded ON DELETE CASCADE,
    name TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    type TEXT NOT NULL,
    number TEXT,
    symbol TEXT,
    date TEXT,
    issuer TEXT,
    term TEXT,
    rule TEXT NOT NULL,
    title TEXT,
    meaning_id INTEGER REFERENCES documents,
    status TEXT,
    method TEXT,
    candidates TEXT,
    disagreements TEXT,
    PRIMARY KEY (document_id, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX citations_meaning ON citations (meaning_id, document_id, start, status)
WHERE meaning_id IS NOT NULL;
CREATE INDEX citations_ambiguous ON citations (status) WHERE status = 'ambiguous';

-- The documents that a citation may mean besides; in their order they stand in `citations`.
CREATE TABLE candidates (
    document_id INTEGER NOT NULL REFERENCES loaded ON DELETE CASCADE,
    name TEXT NOT NULL,
    candidate_id INTEGER NOT NULL REFERENCES documents,
    PRIMARY KEY (document_id, name, candidate_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX candidates_candidate ON candidates (candidate_id);

-- What the resolution of a mention depends on.
CREATE TABLE mentions (
    document_id INTEGER NOT NULL REFERENCES loaded ON DELETE CASCADE,
    citation TEXT NOT NULL,
    family TEXT NOT NULL,
    authority TEXT NOT NULL,
    type TEXT NOT NULL,
    number TEXT,
    symbol TEXT NOT NULL,
    date TEXT,
    context_date TEXT,
    issuer TEXT,
    term TEXT,
    title TEXT,
    by_day TEXT,
    PRIMARY KEY (document_id, citation)
) STRICT, WITHOUT ROWID;
CREATE INDEX mentions_family ON mentions (family);

CREATE TABLE links (
    document_id INTEGER NOT NULL REFERENCES loaded ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    source TEXT NOT NULL,
    relation TEXT NOT NULL,
    target TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    rule TEXT NOT NULL,
    PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;

-- `text` is what stands from `start` to `stop`, so that a row needs no whole text. `done_on` is the day from which the status column says done: '' when its document has no date,
-- NULL when the column does not say so. `changed` tells that people said something of the task.
CREATE TABLE items (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES loaded ON DELETE CASCADE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    path TEXT NOT NULL,
    parent TEXT,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    text TEXT NOT NULL,
    rule TEXT NOT NULL,
    due_earliest TEXT,
    due_latest TEXT,
    recurs INTEGER NOT NULL,
    waits INTEGER NOT NULL,
    done_on TEXT,
    changed INTEGER NOT NULL DEFAULT 0
) STRICT;
-- Both hold all that a state depends on, so that counting the whole country reads no row.
CREATE INDEX items_place ON items (
    document_id, kind, due_latest, due_earliest, recurs, waits, done_on, changed
);
CREATE INDEX items_due ON items (due_latest, kind, due_earliest, recurs, waits, done_on, changed)
WHERE due_latest IS NOT NULL;

-- The words that give an item's bodies, due days, condition and status, as `role` says.
CREATE TABLE phrases (
    item_id INTEGER NOT NULL REFERENCES items ON DELETE CASCADE,
    role TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    rule TEXT NOT NULL,
    body_id INTEGER REFERENCES bodies,
    PRIMARY KEY (item_id, role, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX phrases_body ON phrases (body_id, role, item_id) WHERE body_id IS NOT NULL;

-- `first_day` and `last_day` bound the occurrences by the time of the document.
CREATE TABLE recurrences (
    item_id INTEGER NOT NULL REFERENCES items ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    frequency TEXT NOT NULL,
    month_day INTEGER,
    weekday INTEGER,
    month INTEGER,
    rrule TEXT,
    first_day TEXT,
    last_day TEXT,
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    rule TEXT NOT NULL,
    PRIMARY KEY (item_id, ordinal)
) STRICT, WITHOUT ROWID;

-- The documents that a task is about; `target_id` once the citation means one.
CREATE TABLE targets (
    document_id INTEGER NOT NULL REFERENCES loaded ON DELETE CASCADE,
    item_id INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    citation TEXT NOT NULL,
    relation TEXT NOT NULL,
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    rule TEXT NOT NULL,
    target_id INTEGER REFERENCES documents,
    PRIMARY KEY (document_id, item_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX targets_target ON targets (target_id, relation, kind, item_id)
WHERE target_id IS NOT NULL;

-- The documents that a document itself is for, by its title and opening words.
CREATE TABLE aims (
    document_id INTEGER NOT NULL REFERENCES loaded ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    citation TEXT NOT NULL,
    relation TEXT NOT NULL,
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    rule TEXT NOT NULL,
    target_id INTEGER REFERENCES documents,
    PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX aims_target ON aims (target_id, relation, document_id) WHERE target_id IS NOT NULL;

CREATE TABLE problems (
    document_id INTEGER NOT NULL REFERENCES loaded ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    code TEXT NOT NULL,
    message TEXT NOT NULL,
    start INTEGER,
    stop INTEGER,
    PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;

-- From document to document, each once however often it is said: a closure over a directive that
-- 20,000 texts explain reads one row. That a document merely cites another follows from `citations`.
CREATE TABLE edges (
    source_id INTEGER NOT NULL REFERENCES documents,
    relation TEXT NOT NULL,
    target_id INTEGER NOT NULL REFERENCES documents,
    PRIMARY KEY (source_id, relation, target_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX edges_target ON edges (target_id, relation, source_id);
CREATE INDEX edges_replacing ON edges (target_id) WHERE relation = 'replaces';

-- Every place that says an edge, in the order in which places are preferred: texts before the
-- registry, then by the key of the document. `words` are the registry's; a text is quoted.
CREATE TABLE evidence (
    source_id INTEGER NOT NULL REFERENCES documents,
    relation TEXT NOT NULL,
    target_id INTEGER NOT NULL REFERENCES documents,
    registered INTEGER NOT NULL,
    document TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    rule TEXT NOT NULL,
    document_id INTEGER REFERENCES loaded,
    words TEXT,
    origin TEXT,
    PRIMARY KEY (source_id, relation, target_id, registered, document, start, stop, rule)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_document ON evidence (document_id) WHERE document_id IS NOT NULL;
CREATE INDEX evidence_target ON evidence (target_id);

-- What people said of tasks. `text` are the task's words at the time: by them a change follows its
-- task when the document is loaded anew; `item_id` is NULL while no task fits.
CREATE TABLE status_changes (
    id INTEGER PRIMARY KEY,
    document TEXT NOT NULL,
    task TEXT NOT NULL,
    text TEXT NOT NULL,
    status TEXT NOT NULL,
    on_day TEXT NOT NULL,
    by TEXT NOT NULL,
    note TEXT NOT NULL,
    at TEXT NOT NULL,
    item_id INTEGER,
    UNIQUE (task, at, status, on_day, by, note)
) STRICT;
CREATE INDEX status_changes_document ON status_changes (document);
CREATE INDEX status_changes_item ON status_changes (item_id, on_day, at)
WHERE item_id IS NOT NULL;

-- Words for search, without content of their own; accents are folded, đ by the writer.
-- `names` are the ways of typing a document's number and symbol.
CREATE VIRTUAL TABLE found_documents USING fts5 (
    names, words, content = '', detail = column, tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE found_tasks USING fts5 (
    words, content = '', detail = none, tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE found_bodies USING fts5 (
    words, content = '', detail = none, tokenize = 'unicode61 remove_diacritics 2'
);
