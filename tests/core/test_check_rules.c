/*
 * Every rule once broken and once just kept. Each case begins with the scheme
 * of check_scheme.h, in which no check finds anything.
 */
#include <stdio.h>

#include "check_scheme.h"

struct rule_case {
	const char *check;
	const char *broken; /* SQL; then it finds */
	int64_t subject_id; /* just this, */
	const char *says;   /* and says this, whole */
	const char *kept;   /* SQL run after it; then it finds nothing */
};

static const struct rule_case cases[] = {
	{"paired-twice", PAIRING(3, 2, "coaching", 1, 2, "paused"), 3, "Ada / Ben have another live pairing, 1",
	 "UPDATE pairing SET state = 'closing' WHERE pairing_id = 1"},
	{"proposed-twice", PROPOSAL(1, 1, 1, 2, "drafted", "2026-12-01"), 1,
	 "Ada / Ben are paired already, or have an earlier open proposal in the same programme",
	 "UPDATE pairing SET state = 'closed' WHERE pairing_id = 1"},
	{"proposed-twice", PROPOSAL(1, 1, 1, 5, "approved", "2026-12-01") PROPOSAL(2, 1, 1, 5, "drafted", "2026-12-01"),
	 2, "Ada / Eve are paired already, or have an earlier open proposal in the same programme",
	 "UPDATE proposal SET expires_on = '2026-11-22' WHERE proposal_id = 1"},
	{"proposed-to-oneself", PROPOSAL(1, 1, 1, 1, "drafted", "2026-12-01"), 1, "Ada cannot be paired with themself",
	 "UPDATE proposal SET state = 'declined'"},
	{"mentor-in-reporting-line", "UPDATE person SET manager_id = 1 WHERE person_id = 2", 1,
	 "Ada is above Ben in the reporting line", "UPDATE pairing SET kind = 'coaching'"},
	{"mentor-in-reporting-line", "UPDATE person SET manager_id = 2 WHERE person_id = 1", 1,
	 "Ben is above Ada in the reporting line", "UPDATE pairing SET state = 'closed'"},
	{"proposed-mentor-in-reporting-line",
	 PROPOSAL(1, 1, 1, 5, "drafted", "2026-12-01") "UPDATE person SET manager_id = 1 WHERE person_id = 5", 1,
	 "Ada is above Eve in the reporting line", "UPDATE proposal SET programme_id = 2"},
	{"guide-over-capacity",
	 PAIRING(3, 2, "coaching", 1, 5, "contracting") PAIRING(4, 1, "mentoring", 1, 6, "paused"), 4,
	 "Ada has 2 places, and this would take the number of pairings and proposals to 3",
	 "UPDATE person SET capacity = 3 WHERE person_id = 1"},
	{"guide-over-capacity",
	 "UPDATE person SET capacity = 1 WHERE person_id = 1;" PROPOSAL(1, 2, 1, 5, "approved", "2026-11-23"), 1,
	 "Ada has 1 place, and this would take the number of pairings and proposals to 2",
	 "UPDATE proposal SET expires_on = '2026-11-22'"},
	{"guide-over-capacity",
	 "UPDATE enrolment SET capacity = 1 WHERE enrolment_id = 1;" PAIRING(3, 1, "mentoring", 1, 5, "active"), 3,
	 "Ada has 1 place, and this would take the number of pairings and proposals to 2",
	 "UPDATE pairing SET programme_id = 2 WHERE pairing_id = 3"},
	{"guide-over-capacity",
	 PROPOSAL(1, 1, 1, 5, "drafted", "2026-12-01") PAIRING(3, 1, "mentoring", 1, 5, "contracting"), 3,
	 "Ada has 2 places, and this would take the number of pairings and proposals to 3",
	 "UPDATE pairing SET proposal_id = 1 WHERE pairing_id = 3"},
	{"proposed-guide-over-capacity",
	 PROPOSAL(1, 1, 1, 5, "drafted", "2026-12-01") PROPOSAL(2, 1, 1, 6, "drafted", "2026-12-01"), 2,
	 "Ada has 2 places, and this would take the number of pairings and proposals to 3",
	 "UPDATE pairing SET state = 'closing' WHERE pairing_id = 1"},
	{"proposed-guide-over-capacity",
	 "UPDATE enrolment SET capacity = 1 WHERE enrolment_id = 1;" PROPOSAL(1, 1, 1, 5, "drafted", "2026-12-01"), 1,
	 "Ada has 1 place, and this would take the number of pairings and proposals to 2",
	 "UPDATE enrolment SET capacity = 2 WHERE enrolment_id = 1"},
	{"capacity-unknown", "UPDATE person SET capacity = NULL WHERE person_id = 1", 1,
	 "how many pairings Ada has room for is not known, so nobody is warned when it is too many",
	 "UPDATE enrolment SET capacity = 1 WHERE enrolment_id = 1"},
	{"too-few-hours",
	 "UPDATE settings SET minimum_hours = 90; UPDATE person SET hours_per_month = 89 WHERE person_id = 1", 1,
	 "Ada has less than the 1.5 hours a month that the programme asks for",
	 "UPDATE person SET hours_per_month = 90 WHERE person_id = 1"},
	{"too-few-hours",
	 "UPDATE settings SET minimum_hours = 120; UPDATE person SET hours_per_month = 0 WHERE person_id IN (1, 2)", 1,
	 "Ada, Ben have less than the 2 hours a month that the programme asks for",
	 "UPDATE person SET hours_per_month = NULL"},
	{"hours-unknown",
	 "UPDATE settings SET hours_required = 'yes'; UPDATE person SET hours_per_month = 120 WHERE person_id <> 2;"
	 "UPDATE pairing SET state = 'contracting' WHERE pairing_id = 1",
	 1, "the hours a month of Ben are not known", "UPDATE settings SET hours_required = 'no'"},
	{"guide-without-training", "UPDATE credential SET expires_on = '2026-11-22'", 2,
	 "Cyd coaches within the organisation, and no coaching training in date is recorded",
	 "UPDATE credential SET expires_on = '2026-11-23'"},
	{"coach-without-qualification", "UPDATE person SET origin = 'external'; DELETE FROM credential", 2,
	 "Cyd comes from outside, and no qualification or training is recorded",
	 CREDENTIAL(2, 3, "qualification", "ILM 7", "NULL", "NULL")},
	{"coach-origin-unknown", "UPDATE person SET origin = NULL", 3,
	 "whether Cyd is of the organisation or from outside is not known",
	 "UPDATE person SET origin = 'external' WHERE person_id = 3"},
	{"expertise-unknown", "UPDATE person SET offers = NULL WHERE person_id = 1", 1,
	 "no area of expertise is recorded of Ada",
	 "UPDATE enrolment SET offers = 'listening' WHERE enrolment_id = 1"},
	{"guide-not-available",
	 READY(50, 1, 5, "mentee") PAIRING(3, 1, "mentoring", 1, 5, "contracting")
		 "UPDATE person SET availability = 'not_now' WHERE person_id = 1",
	 3, "Ada is not available now", "UPDATE person SET availability = 'available'"},
	{"guide-not-available",
	 PAIRING(3, 1, "mentoring", 1, 5, "contracting") "UPDATE enrolment SET state = 'paused' WHERE enrolment_id = 1",
	 3, "Ada is not available now", "UPDATE pairing SET state = 'active'"},
	{"guide-not-available",
	 READY(50, 1, 5, "mentee") PAIRING(3, 1, "mentoring", 1, 5, "contracting")
		 "UPDATE person SET left_on = '2026-11-23' WHERE person_id = 1",
	 3, "Ada has left", "UPDATE person SET left_on = '2026-11-24'"},
	{"places-not-confirmed", "UPDATE person SET confirmed_on = '2025-11-22' WHERE person_id = 1", 1,
	 "Ada last confirmed to be available 366 days ago", "UPDATE settings SET confirm_days = 0"},
	{"learner-not-ready", READY(50, 1, 5, "mentee") PAIRING(3, 1, "mentoring", 1, 5, "contracting")
				 "UPDATE answer SET value = 'no' WHERE question = 'ready_time'",
	 3, "of Eve it is not known: whether they can give the time", "UPDATE answer SET value = 'yes'"},
	{"learner-not-ready", PAIRING(3, 1, "mentoring", 1, 5, "contracting"), 3,
	 "of Eve it is not known: what they want, whether they can give the time", READY(50, 1, 5, "mentee")},
	{"outside-eligibility",
	 ELIGIBILITY(1, "'learner'", "department", "Sales; IT") PAIRING(3, 1, "mentoring", 1, 5, "contracting")
		 "UPDATE person SET department = 'HR' WHERE person_id IN (1, 5)",
	 3, "Eve is not among those who may take part as learner: department must be Sales / IT",
	 "UPDATE person SET department = 'it' WHERE person_id = 5"},
	{"outside-eligibility",
	 ELIGIBILITY(1, "NULL", "grade", "5; 6") PAIRING(3, 1, "mentoring", 1, 5, "contracting")
		 "UPDATE person SET grade = 7 WHERE person_id = 1",
	 3, "Ada is not among those who may take part as guide: grade must be 5 / 6",
	 "UPDATE person SET grade = NULL"},
	{"outside-eligibility",
	 ELIGIBILITY(1, "'guide'", "languages", "Welsh") PAIRING(3, 1, "mentoring", 1, 5, "contracting")
		 "UPDATE person SET languages = 'English' WHERE person_id = 1",
	 3, "Ada is not among those who may take part as guide: languages must be Welsh",
	 "UPDATE person SET languages = 'English; Welsh' WHERE person_id = 1"},
	{"enrolled-outside-eligibility",
	 ELIGIBILITY(1, "'learner'", "location", "North") ENROLMENT(50, 1, 5, "mentee", "applied", "2026-11-01")
		 "UPDATE person SET location = 'South';"
		 "UPDATE enrolment SET state = 'completed' WHERE enrolment_id < 50",
	 50, "area must be North", "UPDATE enrolment SET state = 'withdrawn' WHERE enrolment_id = 50"},
	{"too-many-for-guide",
	 "UPDATE settings SET most_per_guide = 1;" PAIRING(3, 1, "mentoring", 1, 5, "contracting"), 3,
	 "Ada would have 2 pairings in this programme, which allows 1", "UPDATE settings SET most_per_guide = 2"},
	{"too-many-learners",
	 "UPDATE settings SET most_learners = 1;" PAIRING(3, 1, "mentoring", 6, 5, "contracting"), 3,
	 "this would be pairing 2 of a programme that allows 1 learners", "UPDATE settings SET most_learners = NULL"},
	{"required-check-missing", REQUIREMENT(1, "DBS", "12"), 1, "Ada has no DBS that is in date",
	 CREDENTIAL(2, 1, "check", "dbs", "'2025-12-01'", "NULL")},
	{"required-check-missing",
	 REQUIREMENT(1, "DBS", "12") CREDENTIAL(2, 1, "check", "DBS", "'2025-11-01'", "NULL"), 1,
	 "Ada has no DBS that is in date", CREDENTIAL(3, 1, "check", "DBS", "'2026-11-20'", "NULL")},
	{"required-check-expiring",
	 REQUIREMENT(1, "DBS", "NULL") CREDENTIAL(2, 1, "check", "DBS", "'2025-11-01'", "'2027-01-22'"), 1,
	 "the DBS of Ada runs out on 22 Jan 2027", CREDENTIAL(3, 1, "check", "DBS", "'2026-11-20'", "'2029-11-20'")},
	{"aims-not-told", "UPDATE agreement SET aims_shared_on = NULL WHERE spell_id = 2", 2,
	 "Cyd / Dev have met, and it is not said when the learner told the guide what they want",
	 "UPDATE session SET state = 'cancelled' WHERE pairing_id = 2"},
	{"aims-not-told", "DELETE FROM goal WHERE goal_id = 1; DELETE FROM agreement WHERE spell_id = 1", 1,
	 "Ada / Ben have met, and it is not said what the learner wants, and when they told the guide",
	 "UPDATE pairing SET state = 'closed' WHERE pairing_id = 1"},
	{"mentor-not-senior",
	 "UPDATE settings SET grade_gap = 1;"
	 "UPDATE person SET grade = 5 WHERE person_id = 1; UPDATE person SET grade = 7 WHERE person_id = 2",
	 1, "Ada has grade 5, Ben has 7", "UPDATE agreement SET experience = 'reverse' WHERE spell_id = 1"},
	{"session-without-aim", SESSION(4, 1, "arranged", "2026-11-23", "no"), 4,
	 "the session of 23 Nov Mon has no aim yet", "UPDATE session SET aim = 'yes' WHERE session_id = 4"},
	{"session-without-goal", "UPDATE settings SET goal_links = 'yes' WHERE programme_id = 2", 3,
	 "the session of 9 Nov Mon says of none of the goals that it worked towards it",
	 "UPDATE session SET goal_id = 2 WHERE session_id = 3"},
	{"poor-place",
	 "UPDATE session SET place = 'The Foyer', place_rating = 2 WHERE session_id IN (1, 3);"
	 SESSION(4, 1, "arranged", "2026-12-01", "no") "UPDATE session SET place = 'the foyer' WHERE session_id = 4",
	 4, "the foyer, for the session of 1 Dec Tue, was rated poor 2 times",
	 "UPDATE session SET place_rating = 3 WHERE session_id = 1"},
	{"purpose-not-said", "UPDATE agreement SET purpose = NULL WHERE spell_id = 2", 2,
	 "it is not said whether it is for a specific need, new expertise, or the next level",
	 "UPDATE agreement SET purpose = 'new_expertise'"},
	{"agreement-missing", "DELETE FROM agreement WHERE spell_id = 1", 1,
	 "Ada / Ben have not recorded what they agreed", "UPDATE pairing SET state = 'closed' WHERE pairing_id = 1"},
	{"purpose-not-confirmed", KNOWS_PURPOSE(1, 2, "no", "2026-09-10"), 1, "no yes is recorded of Ben",
	 KNOWS_PURPOSE(1, 2, "yes", "2026-09-11")},
	{"purpose-not-confirmed", "DELETE FROM answer WHERE subject_id = 1", 1, "no yes is recorded of Ada, Ben",
	 "DELETE FROM agreement WHERE spell_id = 1"},
	{"agreement-incomplete",
	 "UPDATE agreement SET interval = NULL, usual_day = NULL, usual_minutes = NULL, usual_place = NULL,"
	 " starts_on = NULL, planned_end_on = NULL WHERE spell_id = 1",
	 1,
	 "the agreement does not say: Meet every, Usual day and time, Usual length, Usual place, Starts on, Planned "
	 "end",
	 "UPDATE agreement SET interval = '1 month', usual_day = 'varies', usual_minutes = 60, usual_place = "
	 "'anywhere',"
	 " starts_on = '2026-09-10', open_ended = 'yes' WHERE spell_id = 1"},
	{"coaching-without-end", "UPDATE agreement SET planned_sessions = NULL WHERE spell_id = 2", 2,
	 "the agreement has neither a planned end nor a number of sessions",
	 "UPDATE agreement SET planned_end_on = '2027-01-01' WHERE spell_id = 2"},
	{"extended-often", "UPDATE agreement SET extensions = 3 WHERE spell_id = 1", 1, "extended 3 times",
	 "UPDATE agreement SET extensions = 2 WHERE spell_id = 1"},
	{"coaching-without-goal", "UPDATE goal SET state = 'dropped' WHERE goal_id = 2", 2,
	 "Cyd / Dev have set no goal yet", GOAL(3, 2, "goal", "attained")},
	{"mentoring-without-focus", "DELETE FROM goal WHERE goal_id = 1", 1, "Ada / Ben have named no focus area yet",
	 "UPDATE pairing SET state = 'contracting' WHERE pairing_id = 1"},
	{"conflict-not-declared", "UPDATE agreement SET conflict_declared = 'no' WHERE spell_id = 2", 2,
	 "Cyd has not declared to have no agenda of their own",
	 "UPDATE agreement SET conflict_declared = 'yes' WHERE spell_id = 2"},
	{"design-record-incomplete", "UPDATE programme SET purpose = NULL, components = ''", 1,
	 "Mentoring does not say yet: Strategic purpose, Components",
	 "UPDATE programme SET purpose = 'why', components = 'with what'"},
	{"large-coaching-programme",
	 "UPDATE programme SET competency_area = 'x' WHERE programme_id = 2;"
	 "INSERT INTO person (person_id, row_version, name, sort_name, search_key)"
	 " SELECT 100 + value, 1, 'x', 'x', 'x' FROM json_each('[1,2,3,4,5,6,7,8]');"
	 "INSERT INTO enrolment (row_version, programme_id, person_id, role, state)"
	 " SELECT 1, 2, person_id, 'coachee', 'applied' FROM person WHERE person_id > 100",
	 2, "Coaching has 9 coachees and does not say: Expertise needed, Assessment tools",
	 "UPDATE enrolment SET state = 'withdrawn' WHERE person_id = 101"},
	{"agreed-too-short", "UPDATE agreement SET planned_end_on = '2027-06-09' WHERE spell_id = 1", 1,
	 "they agreed to end on 9 Jun 2027, before the 9 months that mentoring takes are over",
	 "UPDATE agreement SET planned_end_on = '2027-06-10' WHERE spell_id = 1"},
	{"mentoring-too-short", "UPDATE programme SET planned_months = 1 WHERE programme_id = 1", 1,
	 "Mentoring plans 1 month for a pairing, less than the 9 that mentoring takes",
	 "UPDATE programme SET type = 'induction'"},
	{"pairings-not-started",
	 PAIRING(3, 1, "mentoring", 1, 5, "contracting") PAIRING(4, 1, "mentoring", 1, 6, "contracting"), 1,
	 "2 new pairings have not started, for up to 3 days", "UPDATE programme SET state = 'closing'"},
	{"never-started",
	 PAIRING(3, 1, "mentoring", 1, 5,
		 "contracting") "UPDATE pairing SET made_on = '2026-10-25' WHERE pairing_id = 3",
	 3, "made 25 Oct Sun, 29 days ago, and no session yet",
	 "UPDATE pairing SET made_on = '2026-10-26' WHERE pairing_id = 3"},
	{"feedback-awaited", FEEDBACK(11, 1, "guide", 1, "end", "due") FEEDBACK(12, 1, "learner", 2, "end", "due"), 1,
	 "Ada, Ben have not given feedback since 20 Nov Fri; given up after 18 Dec Fri",
	 "UPDATE feedback SET state = 'waived'"},
	{"feedback-awaited",
	 FEEDBACK(11, 1, "guide", 1, "end", "received") FEEDBACK(12, 1, "learner", 2, "end", "due"), 1,
	 "Ben has not given feedback since 20 Nov Fri; given up after 18 Dec Fri",
	 "UPDATE feedback SET state = 'received'"},
	{"follow-up-due", FEEDBACK(11, 1, "learner", 2, "follow_up", "due"), 1,
	 "Ben is asked again, half a year after the end; due 20 Nov Fri",
	 "UPDATE feedback SET due_on = '2026-11-24' WHERE feedback_id = 11"},
	{"comfort-check-due", "DELETE FROM feedback WHERE pairing_id = 2", 2,
	 "nobody has asked Dev yet whether they are comfortable; they began on 10 Sep Thu",
	 FEEDBACK(11, 2, "learner", 4, "comfort", "received")},
	{"comfort-check-due",
	 "DELETE FROM feedback WHERE pairing_id = 2; UPDATE session SET state = 'cancelled';"
	 "UPDATE spell SET started_on = '2026-10-24'", 2,
	 "nobody has asked Dev yet whether they are comfortable; they began on 24 Oct Sat",
	 "UPDATE spell SET started_on = '2026-10-25'"},
	{"contact-due",
	 "UPDATE settings SET contacts_first_month = 2, contact_every_days = 30 WHERE programme_id = 1;"
	 "INSERT INTO checkin (row_version, pairing_id, spell_id, side, checkin_on)"
	 " VALUES (1, 1, 1, 'guide', '2026-11-20'), (1, 1, 1, 'learner', '2026-10-24')", 1,
	 "a word with Ben is due since 23 Nov Mon",
	 "UPDATE checkin SET checkin_on = '2026-10-25' WHERE side = 'learner'"},
	{"contact-due",
	 "UPDATE settings SET contacts_first_month = 2, contact_every_days = 30 WHERE programme_id = 2;"
	 "UPDATE spell SET started_on = '2026-11-08'", 2, "a word with Cyd, Dev is due since 23 Nov Mon",
	 "UPDATE settings SET contacts_first_month = NULL"},
	{"contacts-due",
	 "UPDATE settings SET contacts_first_month = 2, contact_every_days = 30 WHERE programme_id = 2", 2,
	 "1 pair waits for a word from the coordinator, the first since 25 Sep Fri",
	 "UPDATE settings SET contact_every_days = NULL"},
	{"pulse-due", "UPDATE settings SET pulse_first_days = 74 WHERE programme_id = 1", 1,
	 "the relationship has no score of both since 10 Sep Thu",
	 "UPDATE settings SET pulse_first_days = 75 WHERE programme_id = 1"},
	{"pulse-due",
	 "UPDATE settings SET pulse_first_days = 30, pulse_every_days = 60 WHERE programme_id = 1;" FEEDBACK(
		 11, 1, "learner", 2, "pulse", "received") FEEDBACK(12, 1, "guide", 1, "pulse", "received")
		 "UPDATE feedback SET answered_on = '2026-09-24' WHERE feedback_id = 12", 1,
	 "the relationship has no score of both since 24 Sep Thu",
	 "UPDATE feedback SET answered_on = '2026-09-25' WHERE feedback_id = 12"},
	{"re-match-wanted", "UPDATE feedback SET fit = 'not_a_good_fit' WHERE pairing_id = 2", 2,
	 "one of the two says it is not a good fit; a new match is nobody's fault",
	 FEEDBACK(11, 2, "learner", 4, "comfort", "received")},
	{"referral-waiting", REFERRAL(1, 1, "raised", "2026-11-15"), 1,
	 "a referral is raised since 15 Nov Sun, and nothing has happened",
	 "UPDATE referral SET state = 'closed', closed_on = '2026-11-20'"},
	{"not-introduced", "UPDATE agreement SET known_before = 'no' WHERE spell_id = 2", 2,
	 "the two did not know each other, and met on 9 Nov Mon without an introductory meeting before it",
	 "UPDATE session SET introduction = 'yes' WHERE session_id = 3"},
	{"power-not-spoken",
	 "UPDATE person SET grade = 7 WHERE person_id = 1; UPDATE person SET grade = 4 WHERE person_id = 2;"
	 "UPDATE settings SET power_gap = 3", 1,
	 "their grades are 3 apart; speak of power", "UPDATE agreement SET power_spoken = 'yes'"},
	{"power-not-spoken", "UPDATE person SET manager_id = 5 WHERE person_id = 4;"
	 "UPDATE person SET manager_id = 3 WHERE person_id = 5", 2,
	 "one is above the other in the reporting line; speak of power",
	 "UPDATE person SET manager_id = NULL"},
	{"three-way-incomplete",
	 "UPDATE person SET manager_id = 6 WHERE person_id = 4;"
	 "INSERT INTO answer (row_version, subject, subject_id, person_id, question, value, answered_on, how,"
	 " recorded_on) VALUES (1, 'spell', 2, 4, 'three_way', 'yes', '2026-11-20', 'spoken', '2026-11-20')", 2,
	 "the three-way agreement still lacks the yes of Cyd, Fay",
	 "UPDATE spell SET three_way_on = '2026-11-21'"},
	{"manager-not-heard", "UPDATE person SET manager_id = 6 WHERE person_id = 4", 2,
	 "Cyd / Dev have met, and Fay, the line manager, has not said where they see a need",
	 "INSERT INTO manager_feedback (row_version, pairing_id, spell_id, manager_id, stage, given_on, how)"
	 " VALUES (1, 2, 2, 6, 'start', '2026-11-20', 'form')"},
	{"manager-not-heard", "UPDATE person SET manager_id = 6 WHERE person_id = 4", 2,
	 "Cyd / Dev have met, and Fay, the line manager, has not said where they see a need",
	 "UPDATE person SET manager_id = 3 WHERE person_id = 4; UPDATE pairing SET manager_coach = 'yes'"},
	{"re-match-waiting",
	 "UPDATE pairing SET state = 'closing' WHERE pairing_id = 1;"
	 "UPDATE spell SET closure_reason = 'not_a_good_fit', closed_on = '2026-11-10' WHERE spell_id = 1", 1,
	 "Ben waits for a new match since 10 Nov Tue: it was not a good fit",
	 PAIRING(3, 1, "mentoring", 6, 2, "contracting")},
	{"never-started", PAIRING(3, 1, "mentoring", 1, 5, "active") "UPDATE settings SET never_started_days = 2", 3,
	 "made 20 Nov Fri, 3 days ago, and no session yet", "UPDATE pairing SET state = 'paused' WHERE pairing_id = 3"},
	{"gone-silent", "UPDATE pairing SET last_session_on = '2026-09-23' WHERE pairing_id = 1", 1,
	 "no session for 61 days; the last was 23 Sep Wed",
	 "UPDATE pairing SET last_session_on = '2026-09-24' WHERE pairing_id = 1"},
	{"gone-silent", "UPDATE pairing SET last_session_on = '2026-09-24' WHERE pairing_id = 2", 2,
	 "no session for 60 days; the last was 24 Sep Thu",
	 "UPDATE agreement SET interval = '31 days' WHERE spell_id = 2"},
	{"gone-quiet", "UPDATE pairing SET last_session_on = '2026-10-08' WHERE pairing_id = 1", 1,
	 "no session for 46 days; the last was 8 Oct Thu",
	 "UPDATE pairing SET last_session_on = '2026-10-09' WHERE pairing_id = 1"},
	{"gone-quiet", "UPDATE pairing SET last_session_on = '2026-10-01' WHERE pairing_id = 2", 2,
	 "no session for 53 days; the last was 1 Oct Thu", "UPDATE spell SET resumed_on = '2026-11-01'"},
	{"gone-quiet",
	 "UPDATE settings SET quiet_days = 45; UPDATE pairing SET last_session_on = '2026-10-08' WHERE pairing_id = "
	 "2",
	 2, "no session for 46 days; the last was 8 Oct Thu",
	 "UPDATE pairing SET last_session_on = '2026-09-24' WHERE pairing_id = 2"},
	{"gone-quiet", "UPDATE pairing SET last_session_on = '2026-10-09' WHERE pairing_id = 2", 2,
	 "no session for 45 days; the last was 9 Oct Fri",
	 "UPDATE pairing SET last_session_on = '2026-10-10' WHERE pairing_id = 2"},
	{"session-overdue", "UPDATE pairing SET next_due_on = '2026-11-22' WHERE pairing_id = 1", 1,
	 "a session was due by 22 Nov Sun and none is arranged", "UPDATE pairing SET next_session_on = '2026-11-23'"},
	{"session-overdue",
	 "UPDATE pairing SET next_due_on = '2026-11-22', next_session_on = '2026-11-22' WHERE pairing_id = 1", 1,
	 "a session was due by 22 Nov Sun and none is arranged", "UPDATE pairing SET next_due_on = '2026-11-23'"},
	{"planned-end-passed", "UPDATE agreement SET planned_end_on = '2026-11-23' WHERE spell_id = 1", 1,
	 "the planned end was 23 Nov Mon", "UPDATE agreement SET planned_end_on = '2026-11-24' WHERE spell_id = 1"},
	{"planned-sessions-held", "UPDATE agreement SET planned_sessions = 1 WHERE spell_id = 2", 2,
	 "1 of 1 planned sessions are held", "UPDATE agreement SET planned_sessions = 2 WHERE spell_id = 2"},
	{"all-goals-attained", "UPDATE goal SET state = 'attained'", 2, "Cyd / Dev have attained every goal they set",
	 GOAL(3, 2, "goal", "open")},
	{"actions-overdue", ACTION(1, 1, "learner", "open", "2026-11-22") ACTION(2, 1, "learner", "open", "2026-11-20"),
	 1, "2 actions are overdue, the oldest since 20 Nov Fri",
	 "UPDATE action SET due_on = '2026-11-23' WHERE action_id = 1; UPDATE action SET state = 'done' WHERE "
	 "action_id = 2"},
	{"actions-overdue", ACTION(1, 1, "learner", "open", "2026-11-22"), 1,
	 "1 action is overdue, the oldest since 22 Nov Sun", "UPDATE pairing SET state = 'paused'"},
	{"unfinished-record", "UPDATE pairing SET unfinished_records = 2 WHERE pairing_id = 2", 2,
	 "2 sessions have no summary or no word on actions yet",
	 "UPDATE pairing SET state = 'closed' WHERE pairing_id = 2"},
	{"too-soon", SESSION(4, 1, "held", "2026-11-06", "yes"), 4, "6 Nov Fri came 4 days after the session before",
	 "UPDATE session SET session_date = '2026-11-07' WHERE session_id = 4"},
	{"too-soon", SESSION(4, 1, "held", "2026-11-02", "yes"), 4, "2 Nov Mon came 0 days after the session before",
	 "UPDATE session SET introduction = 'yes' WHERE session_id = 2"},
	{"too-soon",
	 "UPDATE session SET session_date = '2026-09-24' WHERE session_id = 2;"
	 "UPDATE session SET session_date = '2026-09-23' WHERE session_id = 1",
	 2, "24 Sep Thu came 1 day after the session before",
	 "UPDATE session SET session_date = date(session_date, '-1 day')"},
	{"gap-too-long", "UPDATE session SET session_date = '2026-08-03' WHERE session_id = 1", 2,
	 "2 Nov Mon came 91 days after the session before",
	 "UPDATE session SET session_date = '2026-08-04' WHERE session_id = 1"},
	{"gap-too-long", "UPDATE session SET session_date = '2026-08-01' WHERE session_id = 1", 2,
	 "2 Nov Mon came 93 days after the session before", "UPDATE spell SET resumed_on = '2026-10-20'"},
	{"somebody-left", "UPDATE person SET left_on = '2026-11-23' WHERE person_id = 2", 1, "Ben left on 23 Nov Mon",
	 "UPDATE person SET left_on = '2026-11-24' WHERE person_id = 2"},
	{"manager-coach-unmarked", "UPDATE person SET manager_id = 3 WHERE person_id = 4", 2, "Cyd manages Dev",
	 "UPDATE pairing SET manager_coach = 'yes' WHERE pairing_id = 2"},
	{"coach-owned-action", ACTION(1, 2, "guide", "open", "2026-12-01") ACTION(2, 1, "guide", "open", "2026-12-01"),
	 1, "an open action of 2 Nov Mon is Cyd's", "UPDATE action SET state = 'done' WHERE action_id = 1"},
	{"line-manager-not-found", "UPDATE person SET manager_email = 'Zoe@example.org' WHERE person_id = 5", 5,
	 "Eve reports to Zoe@example.org, who is nobody in this scheme, so reporting lines end there",
	 "UPDATE person SET manager_id = 6 WHERE person_id = 5"},
	{"waiting-for-a-match", ENROLMENT(5, 1, 5, "mentee", "ready", "2026-11-22"), 5,
	 "ready for 1 day and not paired yet", PAIRING(3, 1, "mentoring", 1, 5, "contracting")},
	{"waiting-for-a-match", "UPDATE pairing SET state = 'closed' WHERE pairing_id = 2", 4,
	 "ready for 145 days and not paired yet", "UPDATE enrolment SET state = 'completed'"},
	/* Matching proposes nobody for one whose pairing still awaits feedback. */
	{"waiting-for-a-match", "UPDATE pairing SET state = 'closed' WHERE pairing_id = 2", 4,
	 "ready for 145 days and not paired yet", "UPDATE pairing SET state = 'closing' WHERE pairing_id = 2"},
	{"learners-waiting", ENROLMENT(5, 1, 5, "mentee", "ready", "2026-11-23"), 1,
	 "1 learner waits for a match, for up to 1 day", "UPDATE enrolment SET state = 'applied'"},
	{"learners-waiting",
	 ENROLMENT(5, 1, 5, "mentee", "ready", "2026-11-21") ENROLMENT(6, 1, 6, "mentee", "ready", "2026-11-22"), 1,
	 "2 learners wait for a match, for up to 2 days", "UPDATE programme SET state = 'design'"},
	{"waiting-for-readiness", ENROLMENT(5, 1, 5, "mentee", "applied", "2026-11-20"), 5,
	 "applied 3 days ago as mentee", "UPDATE enrolment SET state = 'not_ready' WHERE enrolment_id = 5"},
	{"applications-waiting", ENROLMENT(5, 1, 5, "mentor", "applied", "2026-11-22"), 1,
	 "1 application waits to be found ready, for up to 1 day", "UPDATE enrolment SET state = 'ready'"},
	{"proposal-waiting", PROPOSAL(1, 1, 1, 5, "approved", "2026-11-23"), 1,
	 "approved, made 3 days ago; it expires 23 Nov Mon", "UPDATE proposal SET expires_on = '2026-11-22'"},
	{"proposals-waiting", PROPOSAL(1, 1, 1, 5, "approved", "2026-11-23"), 1,
	 "1 proposal waits for a decision, the oldest 3 days old", "UPDATE proposal SET state = 'superseded'"},
	{"kept-columns", "UPDATE pairing SET open_actions = 1 WHERE pairing_id = 1", 1,
	 "2, 2026-11-02, 1, 0 kept, 2, 2026-11-02, 0, 0 counted (sessions held, last session, open actions, unfinished "
	 "records)",
	 ACTION(1, 1, "learner", "open", "2026-12-01")},
	{"kept-columns", "UPDATE session SET complete = NULL WHERE session_id = 3", 2,
	 "1, 2026-11-09, 0, 0 kept, 1, 2026-11-09, 0, 1 counted (sessions held, last session, open actions, unfinished "
	 "records)",
	 "UPDATE pairing SET unfinished_records = 1 WHERE pairing_id = 2"},
};

static void test_nothing_is_found_where_all_is_well(void **state)
{
	struct check_scheme *scheme = *state;
	struct ch_findings findings = findings_of(scheme, NULL);

	for (size_t i = 0; i < findings.count; i++)
		print_error("%s: %s\n", findings.items[i].check->name, findings.items[i].says);
	assert_int_equal(findings.count, 0);
}

static void try_case(struct check_scheme *scheme, const struct rule_case *rule)
{
	run_sql(scheme, "SAVEPOINT rule_case");
	run_sql(scheme, rule->broken);
	struct ch_findings findings = findings_of(scheme, rule->check);

	if (findings.count != 1)
		fail_msg("%s finds %zu after: %s", rule->check, findings.count, rule->broken);
	assert_string_equal(findings.items[0].check->name, rule->check);
	assert_int_equal(findings.items[0].subject_id, rule->subject_id);
	assert_string_equal(findings.items[0].says, rule->says);
	assert_null(strchr(findings.items[0].command, '{'));
	run_sql(scheme, rule->kept);
	findings = findings_of(scheme, rule->check);
	if (findings.count != 0)
		fail_msg("%s still finds \"%s\" after: %s", rule->check, findings.items[0].says, rule->kept);
	run_sql(scheme, "ROLLBACK TO rule_case; RELEASE rule_case");
}

static void test_each_rule_broken_and_kept(void **state)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		try_case(*state, &cases[i]);
}

static void test_every_check_has_a_case(void **state)
{
	(void)state;
	for (size_t i = 0; i < ch_check_count(); i++) {
		const char *name = ch_check_at(i)->name;
		size_t found = 0;

		for (size_t j = 0; j < sizeof(cases) / sizeof(cases[0]); j++)
			found += strcmp(cases[j].check, name) == 0;
		if (found == 0)
			fail_msg("no case above breaks %s", name);
	}
}

/* R2: of the chain Ada - Ben - Cyd - Dev anybody is in the line of anybody; Eve, Dev's sibling, is not in Dev's. */
static void r2_in_the_line_at_any_depth_siblings_are_not(void **state)
{
	struct check_scheme *scheme = *state;
	static const struct {
		int guide, learner;
		size_t found;
	} pairs[] = {{1, 2, 1}, {1, 3, 1}, {1, 4, 1}, {2, 4, 1}, {3, 4, 1}, {4, 1, 1}, {4, 2, 1},
		     {2, 1, 1}, {4, 5, 0}, {5, 4, 0}, {1, 5, 1}, {1, 6, 0}, {6, 1, 0}};

	run_sql(scheme, "UPDATE person SET manager_id = person_id - 1 WHERE person_id IN (2, 3, 4);"
			"UPDATE person SET manager_id = 3 WHERE person_id = 5; DELETE FROM proposal");
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		char sql[120];

		snprintf(sql, sizeof(sql), "UPDATE pairing SET guide_id = %d, learner_id = %d WHERE pairing_id = 1",
			 pairs[i].guide, pairs[i].learner);
		run_sql(scheme, sql);
		if (findings_of(scheme, "mentor-in-reporting-line").count != pairs[i].found)
			fail_msg("wrong for mentor %d and mentee %d", pairs[i].guide, pairs[i].learner);
	}
}

/* A roster may say that two manage each other; the check ends all the same. */
static void test_loop_of_managers(void **state)
{
	struct check_scheme *scheme = *state;

	run_sql(scheme, "UPDATE person SET manager_id = 5 WHERE person_id IN (1, 6);"
			"UPDATE person SET manager_id = 6 WHERE person_id = 5");
	assert_int_equal(findings_of(scheme, "mentor-in-reporting-line").count, 0);
	run_sql(scheme, "UPDATE person SET manager_id = 1 WHERE person_id = 2;"
			"UPDATE person SET manager_id = 2 WHERE person_id = 1");
	assert_int_equal(findings_of(scheme, "mentor-in-reporting-line").count, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		check_scheme_test(test_nothing_is_found_where_all_is_well),
		check_scheme_test(test_each_rule_broken_and_kept),
		cmocka_unit_test(test_every_check_has_a_case),
		check_scheme_test(r2_in_the_line_at_any_depth_siblings_are_not),
		check_scheme_test(test_loop_of_managers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
