-- name: own_file_named
SELECT own_file_id FROM own_file WHERE name = :name;

-- name: own_files
-- scan: there are few, and each of them is run
SELECT own_file_id, name, kind, text, added_on FROM own_file ORDER BY name;
