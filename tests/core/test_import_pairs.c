/*
 * Importing pairings and past sessions: who is meant, what became of it, what
 * is said of each row that cannot be, and the way out and in again.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "scheme_fixture.h"

enum { MENTOR = 1 << CH_ROLE_MENTOR, MENTEE = 1 << CH_ROLE_MENTEE };

/* A mentoring programme, two who guide, two who learn, and Ann with Bo. */
struct cast {
	int64_t programme_id, ann, dai, bo, cai;
};

static struct cast cast_of(struct scheme_fixture *f)
{
	struct cast cast = {.programme_id = scheme_programme(f, "Back to Work", CH_KIND_MENTORING)};

	cast.ann = scheme_person(f, "Ann Lee", "ann@example.org", MENTOR, "finance", NULL, 3);
	cast.dai = scheme_person(f, "Dai Evans", "dai@example.org", MENTOR, "finance", NULL, 3);
	cast.bo = scheme_person(f, "Bo Vega", "bo@example.org", MENTEE, NULL, "finance", CH_UNKNOWN);
	cast.cai = scheme_person(f, "Cai Yu", NULL, MENTEE, NULL, "finance", CH_UNKNOWN);
	return cast;
}

static struct ch_import_result import_text(struct scheme_fixture *f, enum ch_import_kind kind, const char *text,
					   bool records_kept, enum ch_status expected)
{
	struct ch_import_options options = {.kind = kind, .records_kept = records_kept};
	struct ch_import_result result;

	options.path = temp_dir_write(f->dir, "list.csv", text);
	f->err = CH_NO_ERROR;
	enum ch_status status = ch_import(&f->c, &options, &f->arena, &result, &f->err);
	if (status != expected)
		print_error("%s\n", f->err.message);
	for (size_t i = 0; i < result.issue_count && status != expected; i++)
		print_error("row %lld: %s\n", (long long)result.issues[i].row, result.issues[i].message);
	assert_int_equal(status, expected);
	f->err = CH_NO_ERROR;
	return result;
}

static void assert_counts(const struct ch_import_result *r, int64_t created, int64_t changed, int64_t same,
			  int64_t rejected)
{
	assert_int_equal(r->created, created);
	assert_int_equal(r->changed, changed);
	assert_int_equal(r->same, same);
	assert_int_equal(r->rejected, rejected);
	assert_int_equal(r->read, created + changed + same + rejected + r->skipped);
}

static bool has_reason(const struct ch_import_result *r, int64_t row, const char *reason)
{
	for (size_t i = 0; i < r->issue_count; i++)
		if (r->issues[i].row == row && strcmp(r->issues[i].reason, reason) == 0)
			return true;
	for (size_t i = 0; i < r->issue_count; i++)
		print_error("row %lld: %s\n", (long long)r->issues[i].row, r->issues[i].reason);
	return false;
}

static bool says(const struct ch_import_result *r, const char *part)
{
	for (size_t i = 0; i < r->notice_count; i++)
		if (strstr(r->notices[i], part))
			return true;
	return false;
}

static struct ch_session session(struct scheme_fixture *f, int64_t id)
{
	struct ch_session session;

	GOOD(f, ch_session_get(&f->c, id, &f->arena, &session, &f->err));
	return session;
}

static void pairings_come_in_with_their_past(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r;

	cast_of(f);
	r = import_text(f, CH_IMPORT_PAIRINGS,
			"Mentor email,Mentee,Started,Ended,Meet every\n"
			"ann@example.org,Bo Vega,2024-03-04,2024-09-30,\n"
			"DAI@example.org,\"Yu, Cai\",2026-09-01,2027-03-01,2 weeks\n",
			false, CH_OK);
	assert_counts(&r, 2, 0, 0, 0);
	assert_true(has_reason(&r, 3, "future_date"));
	assert_int_equal(scheme_get_pairing(f, 1).state, CH_PAIRING_CLOSED);
	assert_int_equal(scheme_get_pairing(f, 2).state, CH_PAIRING_ACTIVE);
	r = import_text(f, CH_IMPORT_PAIRINGS,
			"Mentor email,Mentee,Started,Ended,Meet every\n"
			"ann@example.org,Bo Vega,2024-03-04,2024-09-30,\n"
			"DAI@example.org,\"Yu, Cai\",2026-09-01,2027-03-01,1 week\n",
			false, CH_OK);
	assert_counts(&r, 0, 1, 1, 0);
}

/* Two who go on together though one of them has left: it is so in the list, and said. What had ended is no matter. */
static void a_pairing_of_who_has_left_comes_in_and_is_told(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r;

	cast_of(f);
	scheme_sql(f, "UPDATE person SET left_on = '2026-11-01' WHERE name = 'Bo Vega'");
	r = import_text(f, CH_IMPORT_PAIRINGS,
			"Mentor email,Mentee,Started,Ended\n"
			"ann@example.org,Bo Vega,2024-03-04,2024-09-30\n"
			"dai@example.org,Bo Vega,2026-09-01,\n",
			false, CH_OK);
	assert_counts(&r, 2, 0, 0, 0);
	assert_int_equal(r.issue_count, 1);
	assert_int_equal(r.issues[0].row, 3);
	assert_string_equal(r.issues[0].message, "is of a pairing that goes on, though Bo Vega left on 1 November; it "
						 "comes in all the same");
	assert_int_equal(scheme_get_pairing(f, 2).state, CH_PAIRING_ACTIVE);
}

/* "Baker, Frank", as one list kept him, is Frank Baker in the next; of a slip of the pen it is asked who is meant. */
static void names_are_found_in_either_order_and_near(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_options options = {.kind = CH_IMPORT_PAIRINGS, .take_suggestions = true};
	struct ch_import_result r;

	cast_of(f);
	scheme_person(f, "Baker, Frank", "frank@example.org", MENTOR, "finance", NULL, 3);
	scheme_person(f, "Ben O'Brien", "ben@example.org", MENTOR, "finance", NULL, 3);
	r = import_text(f, CH_IMPORT_PAIRINGS,
			"Mentor,Mentee,Started\nFrank Baker,Bo Vega,2026-07-01\n\"Baker, Frank\",Cai Yu,2026-07-01\n"
			"Ben O'Brian,Bo Vega,2026-08-01\n",
			false, CH_DATA);
	assert_int_equal(r.created, 2);
	assert_int_equal(r.rejected, 1);
	for (size_t i = 0; i < r.issue_count; i++)
		if (r.issues[i].rejected) {
			assert_string_equal(r.issues[i].message, "is nobody's name here");
			assert_string_equal(r.issues[i].suggestion, "Ben O'Brien");
		}
	options.path = temp_dir_file(f->dir, "list.csv");
	GOOD(f, ch_import(&f->c, &options, &f->arena, &r, &f->err));
	assert_int_equal(r.created, 1);
}

/* A length of 1 is an hour in a column of such, and asked about beside lengths in minutes. */
static void a_short_length_is_no_minute_in_silence(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r;

	cast_of(f);
	import_text(f, CH_IMPORT_PAIRINGS, "Mentor,Mentee,Started\nAnn Lee,Bo Vega,2026-07-01\n", false, CH_OK);
	r = import_text(f, CH_IMPORT_SESSIONS,
			"Mentor,Mentee,Date,Length\nAnn Lee,Bo Vega,2026-08-01,1\n"
			"Ann Lee,Bo Vega,2026-08-08,2\n",
			false, CH_OK);
	assert_true(says(&r, "Numbers without a unit in \"Length\" are hours, since none is above 8"));
	assert_int_equal(session(f, 1).minutes, 60);
	assert_int_equal(session(f, 2).minutes, 120);
	r = import_text(f, CH_IMPORT_SESSIONS,
			"Mentor,Mentee,Date,Length\nAnn Lee,Bo Vega,2026-09-01,45\n"
			"Ann Lee,Bo Vega,2026-09-08,1\n",
			false, CH_OK);
	assert_true(has_reason(&r, 3, "short_length"));
	assert_int_equal(session(f, 3).minutes, 45);
}

/* They have met since July: what they are asked to agree is not reckoned from the day the list came in. */
static void terms_begin_with_the_pairing(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_agreement agreement;
	struct ch_programme programme;
	struct ch_pairing pairing;
	struct ch_spell spell;
	struct cast cast = cast_of(f);

	GOOD(f, ch_programme_get(&f->c, cast.programme_id, &f->arena, &programme, &f->err));
	struct ch_import_result r = import_text(f, CH_IMPORT_PAIRINGS,
						"Mentor,Mentee,Started,Meet every,Meetings so far\n"
						"Ann Lee,Bo Vega,2026-07-01,,5\n"
						"Dai Evans,Cai Yu,2026-08-03,2 weeks,3\n",
						false, CH_OK);
	assert_false(says(&r, "Column \"Meetings so far\" is left out"));
	GOOD(f, ch_pairing_get(&f->c, 1, &f->arena, &pairing, &f->err));
	GOOD(f, ch_spell_get(&f->c, pairing.spell_id, &f->arena, &spell, &f->err));
	assert_int_equal(spell.sessions_so_far, 5);
	assert_int_equal(pairing.sessions_held, 0);
	GOOD(f, ch_agreement_draft(&f->c, 1, &f->arena, &agreement, &f->err));
	assert_int_equal(agreement.agreement_id, 0);
	assert_int_equal(agreement.starts_on, ch_date_of(2026, 7, 1));
	assert_int_equal(agreement.planned_end_on,
			 ch_date_add(ch_date_of(2026, 7, 1), (int)programme.planned_months, CH_UNIT_MONTHS));
	GOOD(f, ch_agreement_draft(&f->c, 2, &f->arena, &agreement, &f->err));
	assert_int_not_equal(agreement.agreement_id, 0);
	assert_int_equal(agreement.starts_on, ch_date_of(2026, 8, 3));
}

/* "Mentor, Email, Mentee, Email": an address is theirs whose column it stands behind. */
static void an_address_is_theirs_whom_it_stands_behind(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r;

	cast_of(f);
	r = import_text(f, CH_IMPORT_PAIRINGS,
			"Mentors,Email,Mentees,E-mail address,Started\n"
			"A Lee,ann@example.org,B V,bo@example.org,2024-03-04\n",
			false, CH_OK);
	assert_counts(&r, 1, 0, 0, 0);
	assert_string_equal(r.mapping[1].code, "guide_email");
	assert_string_equal(r.mapping[1].certainty, "place");
	assert_string_equal(r.mapping[3].code, "learner_email");
	r = import_text(f, CH_IMPORT_PAIRINGS,
			"Email,Mentor,Email,Mentee\nx@example.org,Ann Lee,y@example.org,Cai Yu\n",
			false, CH_OK);
	assert_string_equal(r.mapping[2].code, ""); /* whose it is, nobody can know */
}

/* Words in another order, without a hyphen or fewer of them: one person has them all. */
static void names_are_asked_about_by_their_words(void **state)
{
	static const struct {
		const char *written, *meant;
	} names[] = {
		{"Wyn Jones Sioned", "Sioned Wyn-Jones"}, {"Delyth Mon", "Prof. Delyth Môn"},
		{"Sioned", "Sioned Wyn-Jones"},
		{"Lee Ann", "Ann Lee"},			  {"Nobody Lee", NULL},		      {"Dai", NULL},
	};
	struct scheme_fixture *f = *state;

	cast_of(f);
	scheme_person(f, "Sioned Wyn-Jones", "sioned@example.org", MENTOR, "finance", NULL, 3);
	scheme_person(f, "Prof. Delyth Môn", "delyth@example.org", MENTOR, "finance", NULL, 3);
	scheme_person(f, "Dai Dower", "dower@example.org", MENTOR, "finance", NULL, 3); /* there is Dai Evans too */
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		struct ch_import_result r = import_text(
			f, CH_IMPORT_PAIRINGS,
			ch_arena_printf(&f->arena, "Mentor,Mentee,Started\n%s,Bo Vega,2026-07-01\n", names[i].written),
			false, CH_DATA);

		assert_int_equal(r.issue_count, 1);
		if (names[i].meant == NULL)
			assert_null(r.issues[0].suggestion);
		else
			assert_string_equal(r.issues[0].suggestion, names[i].meant);
	}
}

/* A session is of a day: one that does not exist is told once, and is no session. */
static void a_day_that_cannot_be_is_told_once(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r;

	cast_of(f);
	r = import_text(f, CH_IMPORT_SESSIONS, "Mentor,Mentee,Date,Minutes\nAnn Lee,Bo Vega,31/11/2026,45\n", false,
			CH_DATA);
	assert_counts(&r, 0, 0, 0, 1);
	assert_int_equal(r.issue_count, 1);
	assert_true(r.issues[0].rejected);
	assert_non_null(strstr(r.issues[0].message, "nothing says on which day the two met"));
}

/* "Mentor" over "Name" and "Email", "Mentee" over the same two, as a merged cell gathers columns. */
static void headings_in_two_rows_are_read_together(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r;

	cast_of(f);
	r = import_text(f, CH_IMPORT_PAIRINGS,
			"Pairs of 2024,,,,\nMentor,,Mentee,,Dates\nName,Email,Name,Email,Started\n"
			"Ann Lee,ann@example.org,Bo Vega,bo@example.org,2024-03-04\n",
			false, CH_OK);
	assert_counts(&r, 1, 0, 0, 0);
	assert_int_equal(r.header_row, 3);
	assert_string_equal(r.mapping[0].heading, "Mentor Name");
	assert_string_equal(r.mapping[3].code, "learner_email");
}

static void rows_that_cannot_be_are_rejected_one_by_one(void **state)
{
	struct scheme_fixture *f = *state;
	struct cast cast = cast_of(f);
	struct ch_import_result r;

	scheme_person(f, "Bo Vega", "other.bo@example.org", MENTEE, NULL, NULL, CH_UNKNOWN);
	scheme_start(f, scheme_pairing(f, cast.programme_id, cast.ann, cast.bo));
	r = import_text(f, CH_IMPORT_PAIRINGS,
			"Mentor email,Mentee,Mentee email,Programme\n"
			"ann@example.org,Nobody Here,,\n"
			"ann@example.org,Bo Vega,,\n"
			"ann@example.org,,ann@example.org,\n"
			"ann@example.org,,,\n"
			"dai@example.org,,bo@example.org,No Such\n"
			"dai@example.org,Cai Yu,,\n",
			false, CH_DATA);
	assert_counts(&r, 1, 0, 0, 5);
	assert_true(has_reason(&r, 2, "unknown_person"));
	assert_true(has_reason(&r, 3, "ambiguous_person"));
	assert_true(has_reason(&r, 4, "same_person"));
	assert_true(has_reason(&r, 5, "no_person"));
	assert_true(has_reason(&r, 6, "no_programme"));
	r = import_text(f, CH_IMPORT_SESSIONS,
			"Date,Mentor email,Mentee email,Mentee attended\n"
			"2026-11-02,bo@example.org,ann@example.org,yes\n"
			"2026-11-02,dai@example.org,bo@example.org,yes\n"
			"soon,ann@example.org,bo@example.org,yes\n"
			"2027-01-04,ann@example.org,bo@example.org,\n",
			false, CH_DATA);
	assert_counts(&r, 1, 0, 0, 3);
	assert_true(has_reason(&r, 2, "other_way_round"));
	assert_true(has_reason(&r, 3, "no_pairing"));
	assert_true(has_reason(&r, 4, "bad_date"));
	assert_int_equal(session(f, 1).state, CH_SESSION_ARRANGED);
}

#define THREE_SESSIONS                                                                                                 \
	"Date,Mentor email,Mentee email,Duration,Mentee attended,Notes\n"                                              \
	"2026-10-05,ann@example.org,bo@example.org,1h,yes,private words\n"                                             \
	"2026-10-19,ann@example.org,bo@example.org,45,no,\n"                                                           \
	"2026-11-02,ann@example.org,bo@example.org,60,,\n"

/* R42: that the pair keep their record is theirs, or whoever imports, to say. */
static void a_silent_record_is_unfinished_until_somebody_says_it_is_kept(void **state)
{
	struct scheme_fixture *f = *state;
	struct cast cast = cast_of(f);
	int64_t pairing_id = scheme_pairing(f, cast.programme_id, cast.ann, cast.bo);
	struct ch_import_result r;

	scheme_start(f, pairing_id);
	r = import_text(f, CH_IMPORT_SESSIONS, THREE_SESSIONS, false, CH_OK);
	assert_counts(&r, 3, 0, 0, 0);
	assert_true(says(&r, "2 sessions say nothing of their record, so it is unfinished (R42)"));
	assert_int_equal(session(f, 1).complete, CH_NO);
	assert_int_equal(session(f, 1).learning, CH_NO_LEARNING);
	assert_int_equal(session(f, 2).state, CH_SESSION_NO_SHOW);
	assert_int_equal(scheme_get_pairing(f, pairing_id).unfinished_records, 2);
	assert_int_equal(scheme_get_pairing(f, pairing_id).sessions_held, 2);

	r = import_text(f, CH_IMPORT_SESSIONS, THREE_SESSIONS, true, CH_OK);
	assert_counts(&r, 0, 2, 1, 0);
	assert_true(says(&r, "kept by the pair, as you say"));
	assert_int_equal(session(f, 1).complete, CH_YES);
	assert_int_equal(session(f, 1).learning, CH_LEARNING_KEPT_BY_PAIR);
	assert_int_equal(scheme_get_pairing(f, pairing_id).unfinished_records, 0);
	r = import_text(f, CH_IMPORT_SESSIONS, THREE_SESSIONS, false, CH_OK);
	assert_counts(&r, 0, 0, 3, 0);
}

static void what_was_said_stays_out(void **state)
{
	struct scheme_fixture *f = *state;
	struct cast cast = cast_of(f);
	struct ch_import_result r;
	size_t length;

	scheme_start(f, scheme_pairing(f, cast.programme_id, cast.ann, cast.bo));
	r = import_text(f, CH_IMPORT_SESSIONS, THREE_SESSIONS, false, CH_OK);
	assert_true(says(&r, "\"Notes\" is left out"));
	char *bytes = temp_dir_read(f->dir, "scheme.db", &length);
	assert_non_null(bytes);
	for (size_t i = 0; i + 13 < length; i++)
		assert_memory_not_equal(bytes + i, "private words", 13);
	free(bytes);
}

static void an_import_is_undone_whole(void **state)
{
	struct scheme_fixture *f = *state;
	struct cast cast = cast_of(f);
	struct ch_import_undone undone;
	int64_t sessions, pairings;

	import_text(f, CH_IMPORT_PAIRINGS, "Mentor email,Mentee email\nann@example.org,bo@example.org\n", false, CH_OK);
	struct ch_import_result r = import_text(f, CH_IMPORT_SESSIONS, THREE_SESSIONS, false, CH_OK);
	GOOD(f, ch_import_undo(&f->c, r.batch, &f->arena, &undone, &f->err));
	assert_int_equal(undone.kept.row_count, 0);
	GOOD(f, ch_scheme_count(&f->c, CH_SESSION, &sessions, &f->err));
	assert_int_equal(sessions, 0);
	GOOD(f, ch_import_undo(&f->c, r.batch - 1, &f->arena, &undone, &f->err));
	GOOD(f, ch_scheme_count(&f->c, CH_PAIRING, &pairings, &f->err));
	assert_int_equal(pairings, 0);
	(void)cast;
}

/* Of whom nobody is here yet both come in, each with the role of their side, and undo takes all back. */
static void who_is_not_here_comes_in_with_the_pair(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_options options = {.kind = CH_IMPORT_PAIRINGS,
					    .path = "tests/fixtures/rosters/paired.csv",
					    .new_people = true,
					    .take_suggestions = true};
	struct ch_import_undone undone;
	struct ch_import_result r;
	struct ch_person ann;
	int64_t count, id;

	scheme_programme(f, "Back to Work", CH_KIND_MENTORING);
	GOOD(f, ch_import(&f->c, &options, &f->arena, &r, &f->err));
	assert_counts(&r, 3, 0, 0, 0);
	GOOD(f, ch_scheme_count(&f->c, CH_PERSON, &count, &f->err));
	assert_int_equal(count, 5);
	GOOD(f, ch_find(&f->c, CH_PERSON, "ann.hughes@example.org", &id, &f->err));
	GOOD(f, ch_person_get(&f->c, id, &f->arena, &ann, &f->err));
	assert_string_equal(ann.name, "Ann Hughes");
	assert_int_equal(ann.roles, MENTOR);
	assert_int_equal(scheme_get_pairing(f, 3).state, CH_PAIRING_CLOSED); /* "Completed - ended Dec 25" */
	GOOD(f, ch_import(&f->c, &options, &f->arena, &r, &f->err));
	assert_counts(&r, 0, 0, 3, 0);
	GOOD(f, ch_import_undo(&f->c, 1, &f->arena, &undone, &f->err));
	assert_int_equal(undone.kept.row_count, 0);
	GOOD(f, ch_scheme_count(&f->c, CH_PERSON, &count, &f->err));
	assert_int_equal(count, 0);
}

/* An address alone names nobody; a name that somebody has already is asked about. */
static void who_comes_in_with_a_pair_has_a_name(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_options options = {.kind = CH_IMPORT_PAIRINGS, .new_people = true};
	struct ch_import_result r;

	cast_of(f);
	options.path = temp_dir_write(f->dir, "list.csv",
				      "Mentor,Mentor email,Mentee,Mentee email\n"
				      ",new@example.org,Bo Vega,bo@example.org\n"
				      "Ann Lee,other@example.org,Bo Vega,bo@example.org\n");
	REFUSED(f, CH_DATA, ch_import(&f->c, &options, &f->arena, &r, &f->err));
	assert_counts(&r, 1, 0, 0, 1);
	assert_string_equal(r.issues[0].reason, "unknown_person");
	assert_string_equal(r.issues[1].reason, "same_name");
}

/* A pair in each row and a session in each column: all of a row come in, or none where one cannot be. */
static void a_session_a_column(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r;
	struct ch_import_undone undone;
	int64_t count;

	cast_of(f);
	import_text(f, CH_IMPORT_PAIRINGS,
		    "Mentor,Mentee,Started\nAnn Lee,Bo Vega,2025-12-01\nDai Evans,Cai Yu,2025-12-01\n", false, CH_OK);
	r = import_text(f, CH_IMPORT_SESSIONS,
			"Mentor,Mentee,Session 1,Session 2,Session 3\n"
			"Ann Lee,Bo Vega,12/01/2026,26/01/2026,9/2/2026\n"
			"Dai Evans,Cai Yu,15/01/2026,,DNA\n",
			true, CH_OK);
	assert_counts(&r, 2, 0, 0, 0);
	assert_int_equal(r.issue_count, 1); /* "DNA" is no date */
	GOOD(f, ch_scheme_count(&f->c, CH_SESSION, &count, &f->err));
	assert_int_equal(count, 4);
	GOOD(f, ch_import_undo(&f->c, r.batch, &f->arena, &undone, &f->err));
	r = import_text(f, CH_IMPORT_SESSIONS,
			"Mentor,Mentee,First,Second\n"
			"Ann Lee,Bo Vega,12/01/2026,26/01/2026\n"
			"Dai Evans,Cai Yu,15/01/2026,Dai Evans\n"
			"Nobody,Cai Yu,15/01/2026,16/01/2026\n",
			true, CH_DATA);
	assert_counts(&r, 2, 0, 0, 1);
	GOOD(f, ch_scheme_count(&f->c, CH_SESSION, &count, &f->err));
	assert_int_equal(count, 3);
	/* How many there were in a month is no session. */
	r = import_text(f, CH_IMPORT_SESSIONS, "Mentor,Mentee,Sep-25,Oct-25\nAnn Lee,Bo Vega,1,2\n", true, CH_DATA);
	assert_counts(&r, 0, 0, 0, 1);
	assert_string_equal(r.issues[0].message, "does not say on which day the two met");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(pairings_come_in_with_their_past, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(terms_begin_with_the_pairing, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(a_pairing_of_who_has_left_comes_in_and_is_told, scheme_setup,
						scheme_teardown),
		cmocka_unit_test_setup_teardown(names_are_found_in_either_order_and_near, scheme_setup,
						scheme_teardown),
		cmocka_unit_test_setup_teardown(a_short_length_is_no_minute_in_silence, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(an_address_is_theirs_whom_it_stands_behind, scheme_setup,
						scheme_teardown),
		cmocka_unit_test_setup_teardown(names_are_asked_about_by_their_words, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(a_day_that_cannot_be_is_told_once, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(headings_in_two_rows_are_read_together, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(rows_that_cannot_be_are_rejected_one_by_one, scheme_setup,
						scheme_teardown),
		cmocka_unit_test_setup_teardown(a_silent_record_is_unfinished_until_somebody_says_it_is_kept,
						scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(what_was_said_stays_out, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(an_import_is_undone_whole, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(who_is_not_here_comes_in_with_the_pair, scheme_setup,
						scheme_teardown),
		cmocka_unit_test_setup_teardown(who_comes_in_with_a_pair_has_a_name, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(a_session_a_column, scheme_setup, scheme_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
