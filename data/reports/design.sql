-- report: design
-- rules: R19 R20
-- title: What programmes are for
-- about: The purpose of each programme, what it is not for, how its pairs are found, and whether it runs.
-- columns: programme:text:Programme, kind:programme.kind:Kind, state:programme.state:State, purpose:text:Purpose,
--     out_of_scope:text:Not for, matching_process:text:How pairs are found
-- scan: programmes are few
SELECT name AS programme, kind, state, purpose, out_of_scope, matching_process
FROM programme
WHERE programme_id = ifnull(:programme, programme_id)
ORDER BY name
