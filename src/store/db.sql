-- name: data_version
-- Changes when another connection commits.
SELECT data_version FROM pragma_data_version;

-- name: integrity
SELECT integrity_check AS what FROM pragma_integrity_check(1);

-- name: foreign_keys
-- scan: the virtual table walks every row that refers to another, which is the point
SELECT "table" AS what FROM pragma_foreign_key_check LIMIT 1;
