-- name: data_version
-- Changes when another connection commits.
PRAGMA data_version;

-- name: schema_version
PRAGMA user_version;

-- name: integrity
SELECT integrity_check AS what FROM pragma_integrity_check(1);

-- name: pages_fit
SELECT quick_check AS what FROM pragma_quick_check(1);

-- name: foreign_keys
-- scan: the virtual table walks every row that refers to another, which is the point
SELECT "table" AS what FROM pragma_foreign_key_check LIMIT 1;

-- name: indexes_of_table
-- scan: the schema is a hundred rows
SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = :tbl AND sql IS NOT NULL ORDER BY name;

-- name: tables_and_views
-- scan: the schema is a hundred rows
SELECT type, name, sql FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' ORDER BY name;

-- name: who_lifts_limits
-- scan: a handful of coordinators
SELECT group_concat(name, ', ') AS name FROM coordinator WHERE limited IS NOT 'yes';
