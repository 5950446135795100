/*
 * The fragments of SQL that lists are made of, but for those of parts (list_parts.c), of
 * matching (list_matching.c), of a pair (list_pair.c) and of what was done (list_history.c).
 *
 * Names in the fragments are the aliases of the list's tables. Only facts and
 * coordinator-class columns are here, never the pair's wording. What is counted
 * for a row stands in the select list, so that it is counted for the rows of a
 * page only. What is sorted by has an index in data/schema. A "+" keeps SQLite
 * from finding a person's pairings by way of all those of a programme.
 */
#include "store/list_table.h"

#define GUIDE_EMAIL NAME("guide_email", PERSON, "email", "guide.email", 24), .extra = true
#define LEARNER_EMAIL NAME("learner_email", PERSON, "email", "learner.email", 24), .extra = true
#define BY_GUIDE .sort = "guide.sort_name", .lead = "guide"
#define BY_LEARNER .sort = "learner.sort_name", .lead = "learner"

static const char *const the_pair[] = {"guide", "learner", NULL};

#define MANAGER_NAME "(SELECT m.name FROM person AS m WHERE m.person_id = person.manager_id)"
#define MY_PAIRING "(q.guide_id = person.person_id OR q.learner_id = person.person_id)"

/* Places of a guide that no live pairing takes (R13); NULL where it is not known how many they have. */
#define FREE_OF(places, guide, further)                                                                                \
	"max(0, " places " - (SELECT count(*) FROM place_taken AS q WHERE q.guide_id = " guide further "))"
#define FREE_OF_ALL                                                                                                    \
	FREE_OF("(SELECT h.capacity FROM person AS h WHERE h.person_id = enrolment.person_id)",                        \
		"enrolment.person_id", "")
#define FREE_HERE                                                                                                      \
	FREE_OF("enrolment.capacity", "enrolment.person_id", " AND (+q.programme_id) = enrolment.programme_id")

static const struct list_table people_tables[] = {{.alias = "person", .table = "person"}};
static const char *const people_people[] = {"person", NULL};
static const struct list_column people_columns[] = {
	{ID(PERSON, person), .shared = true},
	{FIELD(PERSON, person, name), .sort = "person.sort_name", .shared = true},
	{FIELD(PERSON, person, roles), .aliases = "role", .shared = true},
	{FIELD(PERSON, person, email), .aliases = "mail", .shared = true},
	{FIELD(PERSON, person, phone), .extra = true, .shared = true},
	{FIELD(PERSON, person, contact_preference), .extra = true, .shared = true},
	{FIELD(PERSON, person, organisation), .aliases = "organization org", .extra = true},
	{FIELD(PERSON, person, department), .aliases = "dept"},
	{FIELD(PERSON, person, job_title), .aliases = "job title", .extra = true},
	{FIELD(PERSON, person, field_of_work), .aliases = "field", .extra = true},
	{FIELD(PERSON, person, appointed_on), .aliases = "appointed", .extra = true},
	{FIELD(PERSON, person, grade), .extra = true},
	{NAME("manager", PERSON, "manager_id", MANAGER_NAME, 20), .extra = true},
	{FIELD(PERSON, person, manager_email), .extra = true},
	{FIELD(PERSON, person, location), .aliases = "area city place", .extra = true},
	{FIELD(PERSON, person, offers), .aliases = "offer expertise", .terms = true, .within = "person.search_key"},
	{FIELD(PERSON, person, seeks), .aliases = "seek needs", .terms = true, .within = "person.search_key"},
	{FIELD(PERSON, person, languages), .aliases = "language", .terms = true, .extra = true},
	{FIELD(PERSON, person, meeting_times), .aliases = "times", .extra = true},
	{FIELD(PERSON, person, capacity), .aliases = "places", .extra = true},
	{OWN("free_places", NUMBER, FACT, N_("Free places"), 6), .aliases = "free", .extra = true,
	 .select = FREE_OF("person.capacity", "person.person_id", "")},
	{FIELD(PERSON, person, hours_per_month), .aliases = "hours", .extra = true},
	{FIELD(PERSON, person, availability), .aliases = "available", .extra = true},
	{FIELD(PERSON, person, confirmed_on), .aliases = "confirmed", .extra = true},
	{FIELD(PERSON, person, origin), .extra = true},
	{FIELD(PERSON, person, start_date), .aliases = "from", .extra = true},
	{FIELD(PERSON, person, left_on), .aliases = "left", .extra = true},
	{FIELD(PERSON, person, left_because), .extra = true},
	{OWN("live_pairings", NUMBER, FACT, N_("Pairings"), 8), .aliases = "live pairings", .extra = true,
	 .select = "(SELECT count(*) FROM pairing AS q WHERE " MY_PAIRING " AND q.state NOT IN ('closing', 'closed'))"},
	{OWN("with", LIST, FACT, N_("With"), 20),
	 .select = "(SELECT group_concat(other.name, '; ') FROM pairing AS q CROSS JOIN person AS other"
		   " ON other.person_id = iif(q.guide_id = person.person_id, q.learner_id, q.guide_id)"
		   " WHERE " MY_PAIRING " AND q.state NOT IN ('closing', 'closed'))"},
	{.key = "last_session_on", .aliases = "last", .entity = CH_PAIRING,
	 .select = "(SELECT max(q.last_session_on) FROM pairing AS q WHERE " MY_PAIRING ")"},
	{OWN("waiting", YES, FACT, N_("Waiting"), 7), .aliases = "wait unmatched", .extra = true,
	 .select = "iif(EXISTS (SELECT 1 FROM waiting AS w WHERE w.person_id = person.person_id"
		   " AND w.role IN ('coachee', 'mentee') AND w.state = 'ready'), 'yes', 'no')"},
	{OWN("undecided", YES, FACT, N_("Application open"), 16), .aliases = "applied to-decide", .extra = true,
	 .select = "iif(EXISTS (SELECT 1 FROM waiting AS w WHERE w.person_id = person.person_id"
		   " AND w.state = 'applied'), 'yes', 'no')"},
	{OWN("programmes", LIST, FACT, N_("Programmes"), 20), .aliases = "programme in", .extra = true,
	 .select = "(SELECT group_concat(r.name, '; ') FROM enrolment AS e JOIN programme AS r USING (programme_id)"
		   " WHERE e.person_id = person.person_id AND e.state <> 'withdrawn')"},
	{FIELD(PERSON, person, source), .extra = true},
	{FIELD(PERSON, person, notes), .extra = true},
};

static const struct list_table programme_tables[] = {{.alias = "programme", .table = "programme"}};
static const char *const programme_texts[] = {"programme.name", NULL};
static const struct list_column programme_columns[] = {
	{ID(PROGRAMME, programme)},
	{FIELD(PROGRAMME, programme, name), .sort = "lower(programme.name)"},
	{FIELD(PROGRAMME, programme, kind)},
	{FIELD(PROGRAMME, programme, type), .extra = true},
	{FIELD(PROGRAMME, programme, state)},
	{FIELD(PROGRAMME, programme, starts_on), .aliases = "starts"},
	{FIELD(PROGRAMME, programme, ends_on), .aliases = "ends", .ahead = true},
	{OWN("guides", NUMBER, FACT, N_("Mentors/coaches"), 15),
	 .select = "(SELECT count(*) FROM enrolment AS e WHERE e.programme_id = programme.programme_id"
		   " AND e.role IN ('coach', 'mentor') AND e.state <> 'withdrawn')"},
	{OWN("learners", NUMBER, FACT, N_("Mentees/coachees"), 16),
	 .select = "(SELECT count(*) FROM enrolment AS e WHERE e.programme_id = programme.programme_id"
		   " AND e.role IN ('coachee', 'mentee') AND e.state <> 'withdrawn')"},
	{OWN("live_pairings", NUMBER, FACT, N_("Live pairings"), 8), .aliases = "live pairings",
	 .select = "(SELECT count(*) FROM pairing AS q WHERE q.programme_id = programme.programme_id"
		   " AND q.state NOT IN ('closing', 'closed'))"},
	{OWN("closed_pairings", NUMBER, FACT, N_("Closed pairings"), 8), .extra = true,
	 .select = "(SELECT count(*) FROM pairing AS q WHERE q.programme_id = programme.programme_id"
		   " AND q.state IN ('closing', 'closed'))"},
	{FIELD(PROGRAMME, programme, purpose), .extra = true},
	{FIELD(PROGRAMME, programme, focus_areas), .aliases = "focus", .extra = true},
	{FIELD(PROGRAMME, programme, interval), .extra = true},
	{FIELD(PROGRAMME, programme, planned_months), .extra = true},
	{FIELD(PROGRAMME, programme, planned_sessions), .extra = true},
};

#define COHORT_NAME "(SELECT c.name FROM cohort AS c WHERE c.cohort_id = enrolment.cohort_id)"

/* Of an answer "a". */
#define NONE_NEWER                                                                                                     \
	" AND NOT EXISTS (SELECT 1 FROM answer AS n WHERE n.subject = a.subject AND n.subject_id = a.subject_id"       \
	" AND n.question = a.question AND n.person_id = a.person_id"                                                   \
	" AND (n.answered_on, n.answer_id) > (a.answered_on, a.answer_id))"
#define NEWEST_ANSWER(question_)                                                                                       \
	"(SELECT a.value FROM answer AS a WHERE a.subject = 'enrolment' AND a.subject_id = enrolment.enrolment_id"     \
	" AND a.question = '" question_ "' AND a.person_id = enrolment.person_id" NONE_NEWER ")"

#define LIVE_HERE                                                                                                      \
	"(SELECT count(*) FROM pairing AS q WHERE iif(enrolment.role IN ('coach', 'mentor'), q.guide_id,"              \
	" q.learner_id) = enrolment.person_id AND (q.guide_id = enrolment.person_id"                                   \
	" OR q.learner_id = enrolment.person_id) AND (+q.programme_id) = enrolment.programme_id"                       \
	" AND q.state NOT IN ('closing', 'closed'))"

static const struct list_table enrolment_tables[] = {
	{.alias = "enrolment", .table = "enrolment"},
	{PERSON_TABLE("person", "enrolment.person_id", NULL)},
	{PROGRAMME_TABLE("enrolment")},
};
static const struct list_column enrolment_columns[] = {
	{ID(ENROLMENT, enrolment)},
	{NAME("person", ENROLMENT, "person_id", "person.name", 24), .aliases = "name",
	 .sort = "person.sort_name", .lead = "person"},
	{FIELD(ENROLMENT, enrolment, person_id), .extra = true},
	{FIELD(PERSON, person, email), .aliases = "mail", .extra = true},
	{PROGRAMME},
	{FIELD(ENROLMENT, enrolment, programme_id), .extra = true},
	{FIELD(ENROLMENT, enrolment, role)},
	{OWN("standing", TEXT, FACT, N_("Standing"), 9),
	 .select = "CASE WHEN enrolment.state IN ('applied', 'ready') AND " LIVE_HERE " > 0 THEN 'matched'"
		   " WHEN person.left_on <= :today AND enrolment.state NOT IN ('completed', 'withdrawn') THEN 'left'"
		   " ELSE replace(enrolment.state, '_', ' ') END"},
	{FIELD(ENROLMENT, enrolment, state), .extra = true},
	{NAME("cohort", ENROLMENT, "cohort_id", COHORT_NAME, 16), .extra = true},
	{FIELD(ENROLMENT, enrolment, applied_on), .aliases = "since applied",
	 .sort = "ifnull(enrolment.applied_on, '')"},
	{FIELD(ENROLMENT, enrolment, ready_on), .aliases = "ready", .extra = true},
	{FIELD(ENROLMENT, enrolment, not_ready_because), .extra = true},
	{FIELD(ENROLMENT, enrolment, capacity), .aliases = "places", .extra = true},
	{OWN("free_places", NUMBER, FACT, N_("Free places"), 6), .aliases = "free", .extra = true,
	 .select = "iif(enrolment.role NOT IN ('coach', 'mentor'), NULL, min(ifnull(" FREE_HERE ", " FREE_OF_ALL
		   "), ifnull(" FREE_OF_ALL ", " FREE_HERE ")))"},
	{FIELD(ENROLMENT, enrolment, offers), .extra = true},
	{FIELD(ENROLMENT, enrolment, seeks), .extra = true},
	{OWN("ready_aim", YES, COORDINATOR, N_("Knows what they want"), 6), .extra = true,
	 .select = NEWEST_ANSWER("ready_aim")},
	{OWN("ready_time", YES, COORDINATOR, N_("Can commit the time"), 6), .extra = true,
	 .select = NEWEST_ANSWER("ready_time")},
	{OWN("live_pairings", NUMBER, FACT, N_("Pairings"), 8), .aliases = "live pairings",
	 .select = LIVE_HERE},
	{FIELD(ENROLMENT, enrolment, intake_reasons), .aliases = "reasons", .extra = true},
	{FIELD(ENROLMENT, enrolment, recommendation), .extra = true},
	{FIELD(ENROLMENT, enrolment, notes), .extra = true},
};

/* Those that want something done first; as in the index pairing_by_life. */
#define PAIRING_BY_LIFE                                                                                                \
	"CASE pairing.state WHEN 'active' THEN 'a' WHEN 'paused' THEN 'b' WHEN 'contracting' THEN 'c'"                \
	" WHEN 'closing' THEN 'd' ELSE 'e' END"

/* What the two agreed. */
#define OF_AGREEMENT(member)                                                                                           \
	.key = #member, .entity = CH_AGREEMENT, .extra = true,                                                         \
	.select = "(SELECT a." #member " FROM agreement AS a WHERE a.spell_id = pairing.spell_id)"

/* Whose yes to it was given when, and how: the newest answer of each counts. */
#define LAST_YES(what, question_, who)                                                                                 \
	"(SELECT iif(a.value = 'yes', a." what ", NULL) FROM answer AS a WHERE a.subject = 'spell'"                    \
	" AND a.subject_id = pairing.spell_id AND a.question = '" question_ "' AND a.person_id = " who                 \
	NONE_NEWER ")"
#define YES_ON(name, label_text, question_, who)                                                                       \
	.key = name, .entity = CH_ANSWER, .field = "answered_on", .label = label_text, .extra = true,                  \
	.select = LAST_YES("answered_on", question_, who)
#define YES_HOW(name, label_text, question_, who)                                                                      \
	.key = name, .entity = CH_ANSWER, .field = "how", .label = label_text, .extra = true,                          \
	.select = LAST_YES("how", question_, who)
#define THE_MANAGER "(SELECT h.manager_id FROM person AS h WHERE h.person_id = pairing.learner_id)"

static const struct list_table pairing_tables[] = {
	{.alias = "pairing", .table = "pairing"},
	{GUIDE_TABLE("pairing")},
	{LEARNER_TABLE("pairing")},
	{PROGRAMME_TABLE("pairing")},
	{.alias = "spell", .table = "spell", .on = "spell.spell_id = pairing.spell_id", .optional = true},
};
static const struct list_column pairing_columns[] = {
	{ID(PAIRING, pairing)},
	{GUIDE, BY_GUIDE},
	{LEARNER, BY_LEARNER},
	{PROGRAMME, .extra = true},
	{FIELD(PAIRING, pairing, kind), .extra = true},
	{FIELD(PAIRING, pairing, state), .sort = PAIRING_BY_LIFE, .ranked = true},
	{FIELD(PAIRING, pairing, sessions_held), .aliases = "sessions held"},
	{FIELD(PAIRING, pairing, last_session_on), .aliases = "last", .sort = "ifnull(pairing.last_session_on, '')"},
	{FIELD(PAIRING, pairing, next_due_on), .aliases = "due", .ahead = true,
	 .sort = "ifnull(pairing.next_due_on, '')"},
	{FIELD(PAIRING, pairing, open_actions), .aliases = "open actions"},
	{OWN("contact_due_on", DATE, COORDINATOR, N_("Contact due"), 10), .ahead = true, .extra = true,
	 .select = "(SELECT min(n.due_on) FROM contact_next AS n WHERE n.pairing_id = pairing.pairing_id)"},
	{FIELD(PAIRING, pairing, next_session_on), .aliases = "next arranged", .ahead = true, .extra = true},
	{FIELD(PAIRING, pairing, unfinished_records), .aliases = "unfinished", .extra = true},
	{FIELD(PAIRING, pairing, made_on), .aliases = "made", .extra = true},
	{FIELD(SPELL, spell, started_on), .aliases = "started", .extra = true},
	{FIELD(SPELL, spell, closed_on), .aliases = "closed", .extra = true},
	{FIELD(SPELL, spell, closure_kind), .aliases = "ended", .extra = true},
	{FIELD(SPELL, spell, closure_initiator), .extra = true},
	{FIELD(SPELL, spell, closure_reason), .aliases = "reason", .extra = true},
	{FIELD(SPELL, spell, closure_note), .extra = true},
	{FIELD(PAIRING, pairing, manager_coach), .extra = true},
	{FIELD(SPELL, spell, paused_on), .extra = true},
	{FIELD(SPELL, spell, pause_until), .extra = true, .ahead = true},
	{FIELD(SPELL, spell, resumed_on), .extra = true}, {FIELD(SPELL, spell, closing_on), .extra = true},
	{FIELD(SPELL, spell, sessions_so_far), .extra = true}, {FIELD(SPELL, spell, so_far_on), .extra = true},
	{FIELD(SPELL, spell, last_met_on), .aliases = "met", .extra = true},
	{OF_AGREEMENT(interval)},
	{OF_AGREEMENT(usual_day)},
	{OF_AGREEMENT(usual_minutes)},
	{OF_AGREEMENT(usual_place)},
	{OF_AGREEMENT(starts_on)},
	{OF_AGREEMENT(planned_end_on)},
	{OF_AGREEMENT(planned_sessions)},
	{OF_AGREEMENT(open_ended)},
	{OF_AGREEMENT(extensions)},
	{OF_AGREEMENT(conflict_declared)},
	{OF_AGREEMENT(known_before)},
	{OF_AGREEMENT(power_spoken)},
	{OF_AGREEMENT(aims_shared_on)},
	{OF_AGREEMENT(experience)},
	{OF_AGREEMENT(purpose)},
	{NAME("objective", AGREEMENT, "objective_id",
	      "(SELECT o.name FROM agreement AS a JOIN objective AS o ON o.objective_id = a.objective_id"
	      " WHERE a.spell_id = pairing.spell_id)", 24), .extra = true},
	{YES_ON("guide_agreed_on", N_("Mentor/coach agreed"), "knows_purpose", "pairing.guide_id")},
	{YES_HOW("guide_agreed_how", N_("How mentor/coach agreed"), "knows_purpose", "pairing.guide_id")},
	{YES_ON("learner_agreed_on", N_("Mentee/coachee agreed"), "knows_purpose", "pairing.learner_id")},
	{YES_HOW("learner_agreed_how", N_("How mentee/coachee agreed"), "knows_purpose", "pairing.learner_id")},
	{FIELD(SPELL, spell, three_way_on), .aliases = "three-way", .extra = true},
	{YES_ON("guide_three_way_on", N_("Coach agreed, of three"), "three_way", "pairing.guide_id")},
	{YES_HOW("guide_three_way_how", N_("How coach agreed, of three"), "three_way", "pairing.guide_id")},
	{YES_ON("learner_three_way_on", N_("Coachee agreed, of three"), "three_way", "pairing.learner_id")},
	{YES_HOW("learner_three_way_how", N_("How coachee agreed, of three"), "three_way", "pairing.learner_id")},
	{YES_ON("manager_three_way_on", N_("Line manager agreed"), "three_way", THE_MANAGER)},
	{YES_HOW("manager_three_way_how", N_("How line manager agreed"), "three_way", THE_MANAGER)},
	{COHORT_OF_PAIRING, .extra = true},
	{FIELD(PAIRING, pairing, guide_id), .extra = true},
	{FIELD(PAIRING, pairing, learner_id), .extra = true},
	{FIELD(PAIRING, pairing, programme_id), .extra = true},
	{GUIDE_EMAIL},
	{LEARNER_EMAIL},
};

static const struct list_table session_tables[] = {
	{.alias = "session", .table = "session"},
	{PAIRING_TABLE("session")},
	{GUIDE_TABLE("pairing")},
	{LEARNER_TABLE("pairing")},
	{PROGRAMME_TABLE("pairing")},
};
static const struct list_column session_columns[] = {
	{ID(SESSION, session), .extra = true},
	{FIELD(SESSION, session, session_date), .aliases = "date on", .sort = "session.session_date"},
	{OWN("begins", TEXT, FACT, N_("Begins"), 16), .extra = true,
	 .select = "session.session_date || ifnull(' ' || printf('%02d:%02d', session.starts_at / 60,"
		   " session.starts_at % 60), '')",
	 .sort = "session.session_date || ifnull(substr('0000' || session.starts_at, -4), '9999')"},
	{GUIDE},
	{LEARNER},
	{PROGRAMME, .extra = true},
	{FIELD(SESSION, session, number), .extra = true},
	{FIELD(SESSION, session, state)},
	{FIELD(SESSION, session, minutes), .aliases = "length"},
	{FIELD(SESSION, session, medium), .aliases = "how"},
	{FIELD(SESSION, session, guide_attendance), .extra = true},
	{FIELD(SESSION, session, learner_attendance), .extra = true},
	{FIELD(SESSION, session, cancelled_by), .aliases = "by", .extra = true},
	{FIELD(SESSION, session, cancelled_on), .extra = true},
	{FIELD(SESSION, session, starts_at), .aliases = "start", .extra = true},
	{FIELD(SESSION, session, place), .extra = true},
	{FIELD(SESSION, session, place_marks), .extra = true},
	{FIELD(SESSION, session, place_rating), .extra = true},
	{FIELD(SESSION, session, guide_prepared), .extra = true},
	{FIELD(SESSION, session, learner_prepared), .extra = true},
	{FIELD(SESSION, session, aim), .extra = true},
	{FIELD(SESSION, session, techniques), .extra = true},
	{FIELD(SESSION, session, revisited), .extra = true},
	{FIELD(SESSION, session, framework), .extra = true},
	{FIELD(SESSION, session, goal_id), .aliases = "goal", .extra = true},
	{FIELD(SESSION, session, introduction), .extra = true},
	{FIELD(SESSION, session, learning), .extra = true},
	{FIELD(SESSION, session, no_actions), .extra = true},
	{FIELD(SESSION, session, actions_reviewed), .aliases = "reviewed", .extra = true},
	{FIELD(SESSION, session, complete)},
	{FIELD(SESSION, session, logged_at), .aliases = "logged", .extra = true},
	{FIELD(SESSION, session, pairing_id), .aliases = "pairing", .extra = true},
	{GUIDE_EMAIL},
	{LEARNER_EMAIL},
	{COHORT_OF_PAIRING, .extra = true},
};

static const struct list_table action_tables[] = {
	{.alias = "action", .table = "action"},
	{PAIRING_TABLE("action")},
	{GUIDE_TABLE("pairing")},
	{LEARNER_TABLE("pairing")},
	{PROGRAMME_TABLE("pairing")},
};
static const struct list_column action_columns[] = {
	{ID(ACTION, action)},
	{FIELD(ACTION, action, due_on), .aliases = "due", .ahead = true,
	 .sort = "ifnull(action.due_on, '9999')"},
	{FIELD(ACTION, action, state)},
	{FIELD(ACTION, action, owner)},
	{OWN("owner_name", TEXT, FACT, N_("Whose"), 20), .aliases = "who", .extra = true,
	 .select = "CASE action.owner WHEN 'guide' THEN guide.name WHEN 'learner' THEN learner.name END"},
	{GUIDE},
	{LEARNER},
	{PROGRAMME, .extra = true},
	{OWN("overdue_days", NUMBER, FACT, N_("Days overdue"), 7), .aliases = "overdue",
	 .select = "iif(action.state = 'open' AND action.due_on < :today,"
		   " CAST(julianday(:today) - julianday(action.due_on) AS INTEGER), NULL)"},
	{FIELD(ACTION, action, set_on), .aliases = "set", .extra = true},
	{FIELD(ACTION, action, settled_on), .aliases = "settled", .extra = true},
	{FIELD(ACTION, action, carried_from), .extra = true},
	{FIELD(ACTION, action, session_id), .aliases = "session", .extra = true},
	{FIELD(ACTION, action, pairing_id), .aliases = "pairing", .extra = true},	{GUIDE_EMAIL},
	{LEARNER_EMAIL},
};

static const struct list_table goal_tables[] = {
	{.alias = "goal", .table = "goal"},
	{PAIRING_TABLE("goal")},
	{GUIDE_TABLE("pairing")},
	{LEARNER_TABLE("pairing")},
	{PROGRAMME_TABLE("pairing")},
};
static const struct list_column goal_columns[] = {
	{ID(GOAL, goal)},
	{GUIDE},
	{LEARNER},
	{PROGRAMME, .extra = true},
	{FIELD(GOAL, goal, kind)},
	{FIELD(GOAL, goal, state)},
	{FIELD(GOAL, goal, set_on), .aliases = "set"},
	{FIELD(GOAL, goal, due_on), .aliases = "due", .ahead = true, .sort = "ifnull(goal.due_on, '')"},
	{FIELD(GOAL, goal, settled_on), .aliases = "settled", .extra = true},
	{FIELD(GOAL, goal, pairing_id), .aliases = "pairing", .extra = true},
};

static const struct list_table checkin_tables[] = {
	{.alias = "checkin", .table = "checkin"},
	{PAIRING_TABLE("checkin")},
	{GUIDE_TABLE("pairing")},
	{LEARNER_TABLE("pairing")},
	{PROGRAMME_TABLE("pairing")},
};
static const struct list_column checkin_columns[] = {
	{ID(CHECKIN, checkin), .extra = true},
	{FIELD(CHECKIN, checkin, checkin_on), .aliases = "date on", .sort = "checkin.checkin_on"},
	{GUIDE},
	{LEARNER},
	{PROGRAMME, .extra = true},
	{FIELD(CHECKIN, checkin, side), .aliases = "with"},
	{FIELD(CHECKIN, checkin, medium), .aliases = "by how"},
	{FIELD(CHECKIN, checkin, notes)},
	{FIELD(CHECKIN, checkin, pairing_id), .aliases = "pairing", .extra = true},
};

static const struct list_table feedback_tables[] = {
	{.alias = "feedback", .table = "feedback"},
	{PAIRING_TABLE("feedback")},
	{GUIDE_TABLE("pairing")},
	{LEARNER_TABLE("pairing")},
	{PROGRAMME_TABLE("pairing")},
	{PERSON_TABLE("person", "feedback.person_id", "feedback")},
};
static const struct list_column feedback_columns[] = {
	{ID(FEEDBACK, feedback)},
	{NAME("person", FEEDBACK, "person_id", "person.name", 20), .aliases = "whose who"},
	{FIELD(FEEDBACK, feedback, side), .aliases = "of"},
	{FIELD(FEEDBACK, feedback, form)},
	{FIELD(FEEDBACK, feedback, state)},
	{FIELD(FEEDBACK, feedback, due_on), .aliases = "due", .ahead = true, .sort = "ifnull(feedback.due_on, '')"},
	{FIELD(FEEDBACK, feedback, answered_on), .aliases = "answered"},
	{FIELD(FEEDBACK, feedback, how)},
	{FIELD(FEEDBACK, feedback, settled_on), .aliases = "settled", .extra = true},
	{GUIDE, .extra = true},
	{LEARNER, .extra = true},
	{PROGRAMME, .extra = true},
	{FIELD(FEEDBACK, feedback, waived_because), .aliases = "why", .extra = true},
	{FIELD(FEEDBACK, feedback, pairing_id), .aliases = "pairing", .extra = true},
};

static const struct list_info lists[CH_LIST_COUNT] = {
	[CH_LIST_PEOPLE] = {
		LIST("people", N_("People"), PERSON, people),
		.entity = CH_PERSON, .id = "person.person_id", .order = "name", .people = people_people,
		.of_pairing = "person.person_id IN (SELECT guide_id FROM pairing WHERE pairing_id = :pairing_id"
			      " UNION ALL SELECT learner_id FROM pairing WHERE pairing_id = :pairing_id)",
		.of_person = "person.person_id IN (SELECT @ UNION ALL SELECT learner_id FROM pairing WHERE guide_id = @"
			     " UNION ALL SELECT guide_id FROM pairing WHERE learner_id = @)",
		.of_programme = "(+person.person_id) IN (SELECT person_id FROM enrolment"
				" WHERE programme_id = :programme_id)",
		.self = "person.person_id = :me",
	},
	[CH_LIST_PROGRAMMES] = {
		LIST("programmes", N_("Programmes"), PROGRAMME, programme),
		.entity = CH_PROGRAMME, .id = "programme.programme_id", .order = "name", .texts = programme_texts,
		.of_person = "programme.programme_id IN (SELECT programme_id FROM enrolment WHERE person_id = @)",
		.of_programme = "programme.programme_id = :programme_id",
	},
	[CH_LIST_ENROLMENTS] = {
		LIST("enrolments", N_("Enrolments"), ENROLMENT, enrolment),
		.entity = CH_ENROLMENT, .id = "enrolment.enrolment_id", .order = "person", .people = people_people,
		.of_person = "enrolment.person_id = @",
		.of_programme = "(+enrolment.programme_id) = :programme_id",
	},
	[CH_LIST_PAIRINGS] = {
		LIST("pairings", N_("Pairings"), PAIRING, pairing),
		.entity = CH_PAIRING, .id = "pairing.pairing_id", .order = "learner", .people = the_pair,
		OF_A_PAIRING("pairing"),
	},
	[CH_LIST_SESSIONS] = {
		LIST("sessions", N_("Sessions"), SESSION, session),
		.entity = CH_SESSION, .id = "session.session_id", .order = "-session_date", .people = the_pair,
		OF_A_PAIRING("session"),
	},
	[CH_LIST_ACTIONS] = {
		LIST("actions", N_("Actions"), ACTION, action),
		.entity = CH_ACTION, .id = "action.action_id", .order = "due_on", .people = the_pair,
		OF_A_PAIRING("action"),
	},
	[CH_LIST_GOALS] = {
		LIST("goals", N_("Goals"), GOAL, goal),
		.entity = CH_GOAL, .id = "goal.goal_id", .order = "goal_id", .people = the_pair,
		OF_A_PAIRING("goal"),
	},
	[CH_LIST_CHECKINS] = {
		LIST("check-ins", N_("Check-ins"), CHECKIN, checkin),
		.entity = CH_CHECKIN, .id = "checkin.checkin_id", .order = "-checkin_on", .people = the_pair,
		OF_A_PAIRING("checkin"),
	},
	[CH_LIST_FEEDBACK] = {
		LIST("feedback", N_("Feedback"), FEEDBACK, feedback),
		.entity = CH_FEEDBACK, .id = "feedback.feedback_id", .order = "due_on", .people = people_people,
		.of_pairing = "feedback.pairing_id = :pairing_id", .of_person = "feedback.person_id = @",
		.of_programme = "(+pairing.programme_id) = :programme_id",
	},
};

const struct list_info *list_info(enum ch_list_id list)
{
	const struct list_info *part = list_part_info(list);

	if (part == NULL)
		part = list_matching_info(list);
	if (part == NULL)
		part = list_pair_info(list);
	if (part == NULL)
		part = list_history_info(list);
	if (part != NULL)
		return part;
	return list > 0 && list < CH_LIST_COUNT ? &lists[list] : NULL;
}
