-- Matching, a part of the first schema: committees, weights, pins, forbids and the avoid list (no programme, and
-- in both directions), wishes, kept runs, approvals.

CREATE TABLE committee_member (
	committee_member_id INTEGER PRIMARY KEY, row_version INTEGER NOT NULL,
	programme_id INTEGER NOT NULL REFERENCES programme, person_id INTEGER NOT NULL REFERENCES person,
	since TEXT
) STRICT;
CREATE UNIQUE INDEX committee_by_programme ON committee_member (programme_id, person_id);
CREATE INDEX committee_by_person ON committee_member (person_id);

CREATE TABLE match_weight (
	match_weight_id INTEGER PRIMARY KEY, row_version INTEGER NOT NULL,
	programme_id INTEGER NOT NULL REFERENCES programme, criterion TEXT NOT NULL, points INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX match_weight_by_programme ON match_weight (programme_id, criterion);

CREATE TABLE pair_rule (
	pair_rule_id INTEGER PRIMARY KEY, row_version INTEGER NOT NULL, kind TEXT NOT NULL,
	programme_id INTEGER REFERENCES programme, guide_id INTEGER NOT NULL REFERENCES person,
	learner_id INTEGER NOT NULL REFERENCES person, reason TEXT, made_on TEXT
) STRICT;
CREATE INDEX pair_rule_by_programme ON pair_rule (programme_id);
CREATE INDEX pair_rule_by_guide ON pair_rule (guide_id);
CREATE INDEX pair_rule_by_learner ON pair_rule (learner_id);

CREATE TABLE wish (
	wish_id INTEGER PRIMARY KEY, row_version INTEGER NOT NULL,
	programme_id INTEGER NOT NULL REFERENCES programme, person_id INTEGER NOT NULL REFERENCES person,
	wished_id INTEGER NOT NULL REFERENCES person, asked_by TEXT, place INTEGER, asked_on TEXT,
	notes TEXT
) STRICT;
CREATE UNIQUE INDEX wish_by_programme ON wish (programme_id, person_id, wished_id, asked_by);
CREATE INDEX wish_by_person ON wish (person_id);
CREATE INDEX wish_by_wished ON wish (wished_id);

CREATE TABLE match_run (
	match_run_id INTEGER PRIMARY KEY, row_version INTEGER NOT NULL,
	programme_id INTEGER NOT NULL REFERENCES programme, made_on TEXT, matched INTEGER, unmatched INTEGER,
	score INTEGER, cut_off INTEGER, learners TEXT, prices TEXT
) STRICT;
CREATE INDEX match_run_by_programme ON match_run (programme_id);

CREATE TABLE approval (
	approval_id INTEGER PRIMARY KEY, row_version INTEGER NOT NULL,
	proposal_id INTEGER NOT NULL REFERENCES proposal, person_id INTEGER REFERENCES person,
	approved_on TEXT, meeting_on TEXT
) STRICT;
CREATE INDEX approval_by_proposal ON approval (proposal_id);
CREATE INDEX approval_by_person ON approval (person_id) WHERE person_id IS NOT NULL;

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
