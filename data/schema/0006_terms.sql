-- The terms of a person's lists were kept once more, one a row: half of the file. They are read off the lists instead.
DROP VIEW eligibility_missed;
DROP TABLE person_term;

-- Each term of offers, seeks and languages, as it is written: a list has "; " between its terms, none twice. Read
-- as JSON; a list with control characters, which another program wrote, has none.
CREATE VIEW person_term AS
SELECT h.person_id, 'offers' AS kind, t.value AS term
FROM person h,
	json_each('["' || replace(replace(replace(h.offers, '\', '\\'), '"', '\"'), '; ', '","') || '"]') t
WHERE h.offers NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
UNION ALL
SELECT h.person_id, 'seeks', t.value
FROM person h,
	json_each('["' || replace(replace(replace(h.seeks, '\', '\\'), '"', '\"'), '; ', '","') || '"]') t
WHERE h.seeks NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
UNION ALL
SELECT h.person_id, 'languages', t.value
FROM person h,
	json_each('["' || replace(replace(replace(h.languages, '\', '\\'), '"', '\"'), '; ', '","') || '"]') t
WHERE h.languages NOT GLOB '*[' || char(1) || '-' || char(31) || ']*';

-- Each limit of who may take part with each person outside it, whatever their side. Compared without regard to case;
-- what is not known of a person is within every limit (R19).
CREATE VIEW eligibility_missed AS
SELECT x.eligibility_id, x.programme_id, x.side, x.field, x.allowed, h.person_id
FROM eligibility x JOIN person h
WHERE instr('; ' || lower(x.allowed) || ';', '; ' || lower(CASE x.field
		WHEN 'department' THEN h.department
		WHEN 'organisation' THEN h.organisation
		WHEN 'location' THEN h.location
		WHEN 'grade' THEN CAST(h.grade AS TEXT)
	END) || ';') = 0
	OR EXISTS (SELECT 1 FROM person_term m WHERE m.person_id = h.person_id AND m.kind = x.field)
		AND NOT EXISTS (
			SELECT 1 FROM person_term m
			WHERE m.person_id = h.person_id AND m.kind = x.field
				AND instr('; ' || lower(x.allowed) || ';', '; ' || lower(m.term) || ';') > 0
		);
