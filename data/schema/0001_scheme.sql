-- The schema of a scheme file. Columns are those of the field tables (a test holds them equal).
-- Dates are ISO text, instants UTC text, choices their codes, lengths of time minutes.
-- What is NULL is not known. Numbers are never given twice: history, undo and the audit log name records by them.
-- No function of chiron's is used, so that any SQLite tool can open the file.

CREATE TABLE scheme (
	scheme_row INTEGER PRIMARY KEY CHECK (scheme_row = 1),
	row_version INTEGER NOT NULL,
	scheme_id TEXT NOT NULL,
	name TEXT NOT NULL,
	notes TEXT NOT NULL,
	today TEXT,
	headings TEXT,
	backup_place TEXT,
	created_at TEXT NOT NULL
) STRICT;

CREATE TABLE import_batch (
	import_batch_id INTEGER PRIMARY KEY AUTOINCREMENT,
	row_version INTEGER NOT NULL,
	kind TEXT NOT NULL,
	file_name TEXT NOT NULL,
	file_hash TEXT NOT NULL,
	programme_id INTEGER REFERENCES programme,
	imported_at TEXT NOT NULL,
	imported_by INTEGER REFERENCES person,
	rows_read INTEGER NOT NULL,
	rows_new INTEGER NOT NULL,
	rows_changed INTEGER NOT NULL,
	rows_same INTEGER NOT NULL,
	rows_rejected INTEGER NOT NULL,
	rows_skipped INTEGER NOT NULL,
	decisions TEXT,
	undone_at TEXT
) STRICT;
CREATE INDEX import_batch_by_programme ON import_batch (programme_id) WHERE programme_id IS NOT NULL;
CREATE INDEX import_batch_by_importer ON import_batch (imported_by) WHERE imported_by IS NOT NULL;

CREATE TABLE person (
	person_id INTEGER PRIMARY KEY AUTOINCREMENT,
	row_version INTEGER NOT NULL,
	name TEXT NOT NULL,
	first_name TEXT,
	last_name TEXT,
	pronouns TEXT,
	email TEXT,
	phone TEXT,
	contact_preference TEXT,
	roles TEXT,
	organisation TEXT,
	department TEXT,
	job_title TEXT,
	field_of_work TEXT,
	appointed_on TEXT,
	grade INTEGER,
	manager_id INTEGER REFERENCES person,
	manager_email TEXT,
	offers TEXT,
	seeks TEXT,
	languages TEXT,
	meeting_times TEXT,
	location TEXT,
	availability TEXT,
	confirmed_on TEXT,
	capacity INTEGER,
	hours_per_month INTEGER,
	start_date TEXT,
	origin TEXT,
	source TEXT,
	notes TEXT,
	left_on TEXT,
	batch_id INTEGER REFERENCES import_batch,
	email_key TEXT,
	sort_name TEXT NOT NULL,
	search_key TEXT NOT NULL,
	import_key TEXT
) STRICT;
CREATE UNIQUE INDEX person_by_email ON person (email_key) WHERE email_key IS NOT NULL;
-- Has the search key, too: words are looked for in it along the list's order, without reading the people.
CREATE INDEX person_by_sort_name ON person (sort_name, person_id, search_key);
CREATE INDEX person_by_manager ON person (manager_id) WHERE manager_id IS NOT NULL;
CREATE INDEX person_by_manager_email ON person (lower(manager_email))
	WHERE manager_id IS NULL AND manager_email IS NOT NULL;
CREATE INDEX person_by_import_key ON person (import_key) WHERE import_key IS NOT NULL;
CREATE INDEX person_by_batch ON person (batch_id) WHERE batch_id IS NOT NULL;

-- The terms of offers, seeks and languages, one a row: kept with the person, for matching, filters and reports.
CREATE TABLE person_term (
	person_id INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
	kind TEXT NOT NULL,
	term_key TEXT NOT NULL,
	term TEXT NOT NULL,
	PRIMARY KEY (person_id, kind, term_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_term_by_term ON person_term (kind, term_key);

-- Who was in the scheme but not in the file of an import: for a report, and no reason to change anybody.
CREATE TABLE import_missing (
	import_batch_id INTEGER NOT NULL REFERENCES import_batch ON DELETE CASCADE,
	person_id INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
	PRIMARY KEY (import_batch_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_missing_by_person ON import_missing (person_id);

CREATE TABLE programme (
	programme_id INTEGER PRIMARY KEY AUTOINCREMENT,
	row_version INTEGER NOT NULL,
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	type TEXT,
	state TEXT NOT NULL,
	purpose TEXT,
	focus_areas TEXT,
	mentoring_models TEXT,
	components TEXT,
	matching_process TEXT,
	out_of_scope TEXT,
	starts_on TEXT,
	ends_on TEXT,
	interval TEXT,
	usual_minutes INTEGER,
	usual_place TEXT,
	usual_framework TEXT,
	planned_months INTEGER,
	planned_sessions INTEGER,
	usual_purpose TEXT,
	competency_area TEXT,
	expertise_needed TEXT,
	assessment_tools TEXT
) STRICT;
CREATE UNIQUE INDEX programme_by_name ON programme (name);
CREATE INDEX programme_by_lower_name ON programme (lower(name));

-- The thresholds of a programme, one row each, made with it: the values in force (include/chiron/setting.def).
CREATE TABLE settings (
	programme_id INTEGER PRIMARY KEY REFERENCES programme ON DELETE CASCADE,
	row_version INTEGER NOT NULL,
	preset TEXT NOT NULL,
	shortest_gap_days INTEGER,
	longest_gap_days INTEGER,
	recent_days INTEGER,
	never_started_days INTEGER,
	quiet_days INTEGER,
	quiet_percent INTEGER,
	silent_days INTEGER,
	silent_percent INTEGER,
	minimum_hours INTEGER,
	hours_required TEXT,
	confirm_days INTEGER,
	approvals INTEGER,
	proposal_days INTEGER,
	cut_off INTEGER,
	large_group INTEGER,
	shortest_months INTEGER,
	grade_gap INTEGER,
	goal_links TEXT,
	expiry_notice_days INTEGER,
	most_learners INTEGER,
	most_per_guide INTEGER,
	feedback_days INTEGER,
	comfort_days INTEGER,
	pulse_first_days INTEGER,
	pulse_every_days INTEGER,
	minimum_group INTEGER,
	lowered_rules TEXT
) STRICT;

CREATE TABLE cohort (
	cohort_id INTEGER PRIMARY KEY,
	row_version INTEGER NOT NULL,
	programme_id INTEGER NOT NULL REFERENCES programme,
	name TEXT NOT NULL,
	starts_on TEXT,
	ends_on TEXT
) STRICT;
CREATE UNIQUE INDEX cohort_by_programme ON cohort (programme_id, name);

CREATE TABLE objective (
	objective_id INTEGER PRIMARY KEY,
	row_version INTEGER NOT NULL,
	programme_id INTEGER NOT NULL REFERENCES programme,
	name TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX objective_by_programme ON objective (programme_id, name);

-- Checks that a programme requires of its guides; credential.name meets requirement.name.
CREATE TABLE requirement (
	requirement_id INTEGER PRIMARY KEY,
	row_version INTEGER NOT NULL,
	programme_id INTEGER NOT NULL REFERENCES programme,
	name TEXT NOT NULL,
	valid_months INTEGER
) STRICT;
CREATE UNIQUE INDEX requirement_by_programme ON requirement (programme_id, name);

CREATE TABLE eligibility (
	eligibility_id INTEGER PRIMARY KEY,
	row_version INTEGER NOT NULL,
	programme_id INTEGER NOT NULL REFERENCES programme,
	side TEXT,
	field TEXT NOT NULL,
	allowed TEXT NOT NULL
) STRICT;
CREATE INDEX eligibility_by_programme ON eligibility (programme_id);

CREATE TABLE credential (
	credential_id INTEGER PRIMARY KEY,
	row_version INTEGER NOT NULL,
	person_id INTEGER NOT NULL REFERENCES person,
	kind TEXT NOT NULL,
	name TEXT NOT NULL,
	body TEXT,
	level TEXT,
	awarded_on TEXT,
	expires_on TEXT
) STRICT;
CREATE INDEX credential_by_person ON credential (person_id);
CREATE INDEX credential_by_expiry ON credential (ifnull(expires_on, ''));

CREATE TABLE enrolment (
	enrolment_id INTEGER PRIMARY KEY AUTOINCREMENT,
	row_version INTEGER NOT NULL,
	programme_id INTEGER NOT NULL REFERENCES programme,
	person_id INTEGER NOT NULL REFERENCES person,
	role TEXT NOT NULL,
	state TEXT NOT NULL,
	cohort_id INTEGER REFERENCES cohort,
	applied_on TEXT,
	ready_on TEXT,
	capacity INTEGER,
	offers TEXT,
	seeks TEXT,
	intake_reasons TEXT,
	recommendation TEXT,
	notes TEXT,
	batch_id INTEGER REFERENCES import_batch
) STRICT;
CREATE UNIQUE INDEX enrolment_by_programme ON enrolment (programme_id, person_id, role);
CREATE INDEX enrolment_by_person ON enrolment (person_id);
CREATE INDEX enrolment_by_applied ON enrolment (ifnull(applied_on, ''));
CREATE INDEX enrolment_by_state ON enrolment (state, role);
CREATE INDEX enrolment_by_cohort ON enrolment (cohort_id) WHERE cohort_id IS NOT NULL;
CREATE INDEX enrolment_by_batch ON enrolment (batch_id) WHERE batch_id IS NOT NULL;

CREATE TABLE proposal (
	proposal_id INTEGER PRIMARY KEY AUTOINCREMENT,
	row_version INTEGER NOT NULL,
	programme_id INTEGER NOT NULL REFERENCES programme,
	guide_id INTEGER NOT NULL REFERENCES person,
	learner_id INTEGER NOT NULL REFERENCES person,
	state TEXT NOT NULL,
	score INTEGER,
	reasons TEXT,
	proposed_on TEXT,
	expires_on TEXT,
	declined_by TEXT,
	decline_reason TEXT,
	decline_note TEXT,
	decided_on TEXT,
	guide_accepted_on TEXT,
	learner_accepted_on TEXT,
	match_run_id INTEGER REFERENCES match_run,
	pairing_id INTEGER REFERENCES pairing
) STRICT;
CREATE INDEX proposal_by_programme ON proposal (programme_id, state);
CREATE INDEX proposal_by_score ON proposal (ifnull(score, -1));
CREATE INDEX proposal_by_guide ON proposal (guide_id, state);
CREATE INDEX proposal_by_learner ON proposal (learner_id, state);
CREATE INDEX proposal_by_state ON proposal (state);
CREATE INDEX proposal_by_match_run ON proposal (match_run_id) WHERE match_run_id IS NOT NULL;
CREATE INDEX proposal_by_pairing ON proposal (pairing_id) WHERE pairing_id IS NOT NULL;

CREATE TABLE pairing (
	pairing_id INTEGER PRIMARY KEY AUTOINCREMENT,
	row_version INTEGER NOT NULL,
	programme_id INTEGER NOT NULL REFERENCES programme,
	kind TEXT NOT NULL,
	guide_id INTEGER NOT NULL REFERENCES person,
	learner_id INTEGER NOT NULL REFERENCES person,
	state TEXT NOT NULL,
	spell_id INTEGER REFERENCES spell,
	proposal_id INTEGER REFERENCES proposal,
	manager_coach TEXT,
	made_on TEXT NOT NULL,
	sessions_held INTEGER NOT NULL,
	last_session_on TEXT,
	next_session_on TEXT,
	next_due_on TEXT,
	open_actions INTEGER NOT NULL,
	unfinished_records INTEGER NOT NULL,
	CHECK (guide_id <> learner_id)
) STRICT;
CREATE INDEX pairing_by_guide ON pairing (guide_id, state);
CREATE INDEX pairing_by_learner ON pairing (learner_id, state);
CREATE INDEX pairing_by_programme ON pairing (programme_id, state);
CREATE INDEX pairing_by_state ON pairing (state);
CREATE INDEX pairing_by_spell ON pairing (spell_id);
CREATE INDEX pairing_by_proposal ON pairing (proposal_id) WHERE proposal_id IS NOT NULL;
CREATE INDEX pairing_by_last_session ON pairing (ifnull(last_session_on, ''));
CREATE INDEX pairing_by_next_due ON pairing (ifnull(next_due_on, ''));
CREATE INDEX pairing_due ON pairing (next_due_on) WHERE next_due_on IS NOT NULL;
CREATE INDEX pairing_unfinished ON pairing (unfinished_records) WHERE unfinished_records > 0;

CREATE TABLE spell (
	spell_id INTEGER PRIMARY KEY AUTOINCREMENT,
	row_version INTEGER NOT NULL,
	pairing_id INTEGER NOT NULL REFERENCES pairing,
	number INTEGER NOT NULL,
	made_on TEXT NOT NULL,
	started_on TEXT,
	paused_on TEXT,
	resumed_on TEXT,
	closing_on TEXT,
	closed_on TEXT,
	closure_kind TEXT,
	closure_initiator TEXT,
	closure_reason TEXT
) STRICT;
CREATE UNIQUE INDEX spell_by_pairing ON spell (pairing_id, number);

CREATE TABLE agreement (
	agreement_id INTEGER PRIMARY KEY AUTOINCREMENT,
	row_version INTEGER NOT NULL,
	spell_id INTEGER NOT NULL REFERENCES spell,
	interval TEXT,
	usual_day TEXT,
	usual_minutes INTEGER,
	usual_place TEXT,
	starts_on TEXT,
	planned_end_on TEXT,
	planned_sessions INTEGER,
	extensions INTEGER,
	open_ended TEXT,
	purpose TEXT,
	objective_id INTEGER REFERENCES objective,
	share_action_wording TEXT,
	conflict_declared TEXT,
	aims_shared_on TEXT,
	experience TEXT
) STRICT;
CREATE UNIQUE INDEX agreement_by_spell ON agreement (spell_id);
CREATE INDEX agreement_by_objective ON agreement (objective_id) WHERE objective_id IS NOT NULL;

CREATE TABLE session (
	session_id INTEGER PRIMARY KEY AUTOINCREMENT,
	row_version INTEGER NOT NULL,
	pairing_id INTEGER NOT NULL REFERENCES pairing,
	spell_id INTEGER NOT NULL REFERENCES spell,
	number INTEGER NOT NULL,
	state TEXT NOT NULL,
	session_date TEXT NOT NULL,
	starts_at INTEGER,
	minutes INTEGER,
	medium TEXT,
	place TEXT,
	place_marks TEXT,
	place_rating INTEGER,
	framework TEXT,
	guide_attendance TEXT,
	learner_attendance TEXT,
	guide_prepared TEXT,
	learner_prepared TEXT,
	cancelled_by TEXT,
	cancelled_on TEXT,
	introduction TEXT,
	aim TEXT,
	goal_id INTEGER REFERENCES goal,
	techniques TEXT,
	revisited TEXT,
	learning TEXT,
	no_actions TEXT,
	actions_reviewed TEXT,
	complete TEXT,
	logged_at TEXT
) STRICT;
CREATE INDEX session_by_date ON session (session_date);
CREATE INDEX session_by_begin ON session (session_date || ifnull(substr('0000' || starts_at, -4), '9999'));
CREATE INDEX session_by_pairing ON session (pairing_id, session_date);
CREATE INDEX session_by_spell ON session (spell_id, state, session_date);
CREATE INDEX session_by_state ON session (state, session_date);
CREATE INDEX session_by_goal ON session (goal_id) WHERE goal_id IS NOT NULL;
CREATE INDEX session_by_rated_place ON session (lower(place), place_rating) WHERE place_rating IS NOT NULL;

CREATE TABLE goal (
	goal_id INTEGER PRIMARY KEY AUTOINCREMENT,
	row_version INTEGER NOT NULL,
	pairing_id INTEGER NOT NULL REFERENCES pairing,
	spell_id INTEGER NOT NULL REFERENCES spell,
	kind TEXT NOT NULL,
	state TEXT NOT NULL,
	set_on TEXT,
	due_on TEXT,
	settled_on TEXT,
	attained INTEGER,
	weight INTEGER
) STRICT;
CREATE INDEX goal_by_pairing ON goal (pairing_id, state);
CREATE INDEX goal_by_spell ON goal (spell_id, state);
CREATE INDEX goal_by_due ON goal (ifnull(due_on, ''));

CREATE TABLE action (
	action_id INTEGER PRIMARY KEY AUTOINCREMENT,
	row_version INTEGER NOT NULL,
	pairing_id INTEGER NOT NULL REFERENCES pairing,
	spell_id INTEGER NOT NULL REFERENCES spell,
	session_id INTEGER REFERENCES session,
	carried_from INTEGER REFERENCES action,
	owner TEXT,
	state TEXT NOT NULL,
	set_on TEXT,
	due_on TEXT,
	settled_on TEXT
) STRICT;
CREATE INDEX action_by_pairing ON action (pairing_id, state);
CREATE INDEX action_by_session ON action (session_id);
CREATE INDEX action_by_spell ON action (spell_id);
CREATE INDEX action_by_due ON action (ifnull(due_on, '9999')); -- what has no day is due last
CREATE INDEX action_open_by_due ON action (due_on) WHERE state = 'open';
CREATE INDEX action_by_carried ON action (carried_from) WHERE carried_from IS NOT NULL;

CREATE TABLE checkin (
	checkin_id INTEGER PRIMARY KEY AUTOINCREMENT,
	row_version INTEGER NOT NULL,
	pairing_id INTEGER NOT NULL REFERENCES pairing,
	spell_id INTEGER NOT NULL REFERENCES spell,
	side TEXT NOT NULL,
	checkin_on TEXT NOT NULL,
	medium TEXT,
	notes TEXT
) STRICT;
CREATE INDEX checkin_by_pairing ON checkin (pairing_id, checkin_on);
CREATE INDEX checkin_by_spell ON checkin (spell_id);
CREATE INDEX checkin_by_date ON checkin (checkin_on);

CREATE TABLE answer (
	answer_id INTEGER PRIMARY KEY AUTOINCREMENT,
	row_version INTEGER NOT NULL,
	subject TEXT NOT NULL,
	subject_id INTEGER NOT NULL,
	person_id INTEGER NOT NULL REFERENCES person,
	question TEXT NOT NULL,
	value TEXT NOT NULL,
	answered_on TEXT NOT NULL,
	how TEXT NOT NULL,
	recorded_by INTEGER REFERENCES person,
	recorded_on TEXT NOT NULL
) STRICT;
CREATE INDEX answer_by_subject ON answer (subject, subject_id, question, person_id);
CREATE INDEX answer_by_person ON answer (person_id);
CREATE INDEX answer_by_recorder ON answer (recorded_by) WHERE recorded_by IS NOT NULL;

-- A rule overridden for a pairing or a programme, with its typed reason. "override" is no keyword of SQL.
CREATE TABLE override (
	override_id INTEGER PRIMARY KEY AUTOINCREMENT,
	row_version INTEGER NOT NULL,
	rule TEXT NOT NULL,
	check_name TEXT NOT NULL,
	pairing_id INTEGER REFERENCES pairing,
	programme_id INTEGER REFERENCES programme,
	reason TEXT NOT NULL,
	made_by INTEGER REFERENCES person,
	made_on TEXT NOT NULL
) STRICT;
CREATE INDEX override_by_pairing ON override (pairing_id, check_name);
CREATE INDEX override_by_programme ON override (programme_id, check_name);
CREATE INDEX override_by_date ON override (made_on);
CREATE INDEX override_by_maker ON override (made_by) WHERE made_by IS NOT NULL;

-- Checks, reports and pages that a coordinator wrote, as the files they came in.
CREATE TABLE own_file (
	own_file_id INTEGER PRIMARY KEY AUTOINCREMENT,
	row_version INTEGER NOT NULL,
	kind TEXT NOT NULL,
	name TEXT NOT NULL,
	text TEXT NOT NULL,
	added_on TEXT NOT NULL,
	added_by INTEGER REFERENCES person
) STRICT;
CREATE UNIQUE INDEX own_file_by_name ON own_file (name);

-- What is done about a finding of a check: put off until a day, given to somebody. Keyed by check and subject.
CREATE TABLE handling (
	handling_id INTEGER PRIMARY KEY AUTOINCREMENT,
	row_version INTEGER NOT NULL,
	check_name TEXT NOT NULL,
	subject_id INTEGER NOT NULL,
	pairing_id INTEGER REFERENCES pairing,
	programme_id INTEGER REFERENCES programme,
	measure INTEGER,
	snoozed_until TEXT,
	assigned_to INTEGER REFERENCES person,
	acknowledged_until TEXT,
	reason TEXT,
	made_by INTEGER REFERENCES person,
	made_on TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX handling_by_finding ON handling (check_name, subject_id);
CREATE INDEX handling_by_pairing ON handling (pairing_id) WHERE pairing_id IS NOT NULL;
CREATE INDEX handling_by_programme ON handling (programme_id) WHERE programme_id IS NOT NULL;
CREATE INDEX handling_by_assigned ON handling (assigned_to) WHERE assigned_to IS NOT NULL;
CREATE INDEX handling_by_maker ON handling (made_by) WHERE made_by IS NOT NULL;
CREATE INDEX handling_by_date ON handling (made_on);

-- A step is one action of a person, with all that it changed, for undo. Its number is that of its first audit row.
CREATE TABLE step (
	step_id INTEGER PRIMARY KEY,
	row_version INTEGER NOT NULL,
	at TEXT NOT NULL,
	actor_id INTEGER,
	operation TEXT NOT NULL,
	entity TEXT NOT NULL,
	object_id INTEGER NOT NULL,
	who TEXT,
	about_on TEXT,
	records INTEGER NOT NULL,
	final TEXT,
	undone_by INTEGER,
	undone_at TEXT
) STRICT;
CREATE INDEX step_by_actor ON step (actor_id, step_id);
CREATE INDEX step_standing ON step (actor_id, step_id) WHERE undone_by IS NULL;
CREATE INDEX step_undone ON step (actor_id, undone_by) WHERE undone_by IS NOT NULL;
CREATE INDEX step_by_object ON step (entity, object_id);

-- What was typed into forms and is not saved: one for each actor (0: the coordinator), form and subject. No record:
-- neither journalled, audited, checked, reported nor exported; deleted when the form is saved. Each of the last three
-- is a JSON object by the keys of the form's fields; the pair's wording stands in the last alone.
CREATE TABLE draft (
	draft_id INTEGER PRIMARY KEY,
	actor_id INTEGER NOT NULL,
	form TEXT NOT NULL,
	subject_id INTEGER NOT NULL,
	title TEXT NOT NULL,
	kept_at TEXT NOT NULL,
	texts TEXT NOT NULL,
	was TEXT NOT NULL,
	wording TEXT
) STRICT;
CREATE UNIQUE INDEX draft_by_form ON draft (actor_id, form, subject_id);

-- The change journal behind undo: each record but pair_text before and after, as a JSON object; NULL: not there.
CREATE TABLE change (
	change_id INTEGER PRIMARY KEY,
	step INTEGER NOT NULL,
	at TEXT NOT NULL,
	actor_id INTEGER,
	operation TEXT NOT NULL,
	entity TEXT NOT NULL,
	object_id INTEGER NOT NULL,
	before TEXT,
	after TEXT,
	batch_id INTEGER REFERENCES import_batch
) STRICT;
CREATE INDEX change_by_step ON change (step);
CREATE INDEX change_by_object ON change (entity, object_id);
CREATE INDEX change_by_batch ON change (batch_id) WHERE batch_id IS NOT NULL;

-- The audit log: one row for each change (one for an import), chained by hash. Details can be erased; the chain
-- still verifies.
CREATE TABLE audit (
	seq INTEGER PRIMARY KEY,
	at TEXT NOT NULL,
	actor_id INTEGER,
	channel TEXT NOT NULL,
	operation TEXT NOT NULL,
	entity TEXT NOT NULL,
	object_id INTEGER NOT NULL,
	detail_commitment BLOB NOT NULL,
	hash BLOB NOT NULL
) STRICT;
CREATE TABLE audit_detail (
	seq INTEGER PRIMARY KEY REFERENCES audit,
	salt BLOB NOT NULL,
	detail TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN
	SELECT raise(ABORT, 'the audit log is not changed');
END;
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit BEGIN
	SELECT raise(ABORT, 'the audit log is not deleted');
END;
