/*
 * Lists as coordinators keep them, each brought in without an option, and what
 * a sensible person expects of every row of each. More of them by where they
 * come from: test_import_systems.c; by kind of trouble: test_import_shapes.c.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "scheme_fixture.h"

static struct ch_import_result bring_in(struct scheme_fixture *f, enum ch_import_kind kind, const char *name)
{
	struct ch_import_options options = {
		.path = ch_arena_printf(&f->arena, "tests/fixtures/rosters/%s", name),
		.kind = kind,
		.new_people = kind == CH_IMPORT_PAIRINGS,
		.programme_id = kind == CH_IMPORT_PAIRINGS ? 1 : 0,
	};
	struct ch_import_result r;

	if (ch_import(&f->c, &options, &f->arena, &r, &f->err) != CH_OK)
		assert_int_equal(f->err.status, CH_DATA);
	f->err = CH_NO_ERROR;
	return r;
}

/* What is known of a record in these fields: "field=value field=value". */
static void add_record(struct ch_buffer *out, enum ch_entity_id id, const void *record, const char *const *keys,
		       struct ch_arena *arena)
{
	const char *blank = "";

	for (; *keys != NULL; keys++) {
		const struct ch_field *field = ch_field_named(ch_entity_of(id), *keys);

		if (!ch_field_known(field, record))
			continue;
		ch_buffer_printf(out, "%s%s=%s", blank, *keys, ch_field_text(field, record, arena));
		blank = " ";
	}
	ch_buffer_add(out, "\n");
}

/* Everybody there is, a line each. */
static void assert_people(struct scheme_fixture *f, const struct ch_import_result *r, const char *expected)
{
	static const char *const keys[] = {"name",     "first_name",	  "email",	"phone",
					   "roles",    "organisation",	  "department", "job_title",
					   "offers",   "seeks",		  "languages",	"location",
					   "capacity", "hours_per_month", "start_date", NULL};
	struct ch_buffer out = CH_BUFFER_EMPTY;
	struct ch_person person;

	for (int64_t id = 1; id <= r->created; id++) {
		GOOD(f, ch_person_get(&f->c, id, &f->arena, &person, &f->err));
		add_record(&out, CH_PERSON, &person, keys, &f->arena);
	}
	const char *found = ch_arena_copy(&f->arena, out.text);

	ch_buffer_release(&out);
	assert_string_equal(found, expected);
}

static void assert_sessions(struct scheme_fixture *f, int64_t count, const char *expected)
{
	static const char *const keys[] = {"session_date", "state", "minutes", "starts_at", "medium", NULL};
	struct ch_buffer out = CH_BUFFER_EMPTY;
	struct ch_session session;

	for (int64_t id = 1; id <= count; id++) {
		GOOD(f, ch_session_get(&f->c, id, &f->arena, &session, &f->err));
		add_record(&out, CH_SESSION, &session, keys, &f->arena);
	}
	const char *found = ch_arena_copy(&f->arena, out.text);

	ch_buffer_release(&out);
	assert_string_equal(found, expected);
}

static void assert_credentials(struct scheme_fixture *f, int64_t count, const char *expected)
{
	static const char *const keys[] = {"person_id", "kind", "name", "awarded_on", "expires_on", NULL};
	struct ch_buffer out = CH_BUFFER_EMPTY;
	struct ch_credential credential;

	for (int64_t id = 1; id <= count; id++) {
		GOOD(f, ch_part_get(&f->c, CH_CREDENTIAL, id, &f->arena, &credential, &f->err));
		add_record(&out, CH_CREDENTIAL, &credential, keys, &f->arena);
	}
	const char *found = ch_arena_copy(&f->arena, out.text);

	ch_buffer_release(&out);
	assert_string_equal(found, expected);
}

static bool is_told(const struct ch_import_result *r, const char *words)
{
	for (size_t i = 0; i < r->notice_count; i++)
		if (strstr(r->notices[i], words) != NULL)
			return true;
	for (size_t i = 0; i < r->issue_count; i++)
		if (strstr(r->issues[i].message, words) != NULL)
			return true;
	return false;
}

/* Titles in merged cells, two columns of phones, a couple, "yes" beside a date, a total in words. */
static void a_parish_list(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r = bring_in(f, CH_IMPORT_PEOPLE, "parish-list.ods");

	assert_people(f, &r,
		      "name=Mrs Jean Arkwright email=jean.arkwright@example.org phone=01632 960111 roles=mentor "
		      "offers=prayer; listening; budgeting\n"
		      "name=Rev. Tom Okoro email=vicar@stoswald.example.org phone=07700 900 112 roles=mentor "
		      "offers=anything\n"
		      "name=Peter & Sue Holt email=holts@example.org phone=01632 960113 roles=mentor offers=DIY\n"
		      "name=Callum (Jean’s grandson) phone=07700 900114 roles=mentee seeks=job interviews\n"
		      "name=Aoife Ní Bhriain email=aoife@example.com phone=07700900115 roles=mentee "
		      "seeks=confidence; maths\n");
	assert_true(is_told(&r, "looks like two people"));
	assert_credentials(f, 2,
			   "person_id=1 kind=check name=DBS awarded_on=2024-05-12\n"
			   "person_id=2 kind=check name=DBS awarded_on=2025-05-12\n");
	assert_true(is_told(&r, "says neither when, nor yes or no")); /* "applied" */
}

/* Windows-1252; a bank of coaches says of nobody that they are coaches. */
static void a_bank_of_coaches(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r = bring_in(f, CH_IMPORT_PEOPLE, "coaching-bank.csv");

	assert_people(f, &r,
		      "name=Siân Prosser first_name=Siân email=sian.prosser@nfw.nhs.example phone=01632 960201 "
		      "organisation=North Fenwick NHS FT job_title=Matron offers=Leadership; Career transition; "
		      "Work-life balance capacity=3 start_date=2021-02-01\n"
		      "name=Babatunde Adeyemi first_name=Babatunde email=b.adeyemi@nfw.nhs.example phone=x4412 "
		      "organisation=North Fenwick NHS FT job_title=Physiotherapist (Band 7) offers=Team conflict "
		      "capacity=0 start_date=2022-08-17\n"
		      "name=Mary-Kate O’Donnell first_name=Mary-Kate email=mk.odonnell@eastmere.nhs.example "
		      "phone=+44 (0)1632 960203 organisation=Eastmere ICB job_title=Head of Quality "
		      "offers=Board readiness; Leadership capacity=2 start_date=2019-11-22\n"
		      "name=Wei ZHANG first_name=Wei phone=01632 960204 organisation=Eastmere ICB "
		      "job_title=Staff Nurse offers=Confidence capacity=1 start_date=2024-01-03\n");
	assert_true(is_told(&r, "Nothing in the list says who is a mentor"));
}

/* A survey whose second row has the questions; who takes part as what is known by the answers alone. */
static void a_survey_of_alumni(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r = bring_in(f, CH_IMPORT_PEOPLE, "survey-alumni.csv");

	assert_int_equal(r.header_row, 2);
	assert_people(f, &r,
		      "name=Helen Marchetti first_name=Helen email=helen.marchetti@example.com roles=mentor "
		      "offers=Careers advice; CV and applications capacity=2\n"
		      "name=Rohan Iyer first_name=Rohan email=rohan.iyer@student.example.edu roles=mentee\n"
		      "name=Jo first_name=Jo\n"
		      "name=María José Fernández de la Cruz first_name=María José email=mjose@example.com "
		      "roles=mentor offers=Other; Living abroad\n");
	assert_true(is_told(&r, "is a range, not one number")); /* "One or two" */
}

/* Boxes to tick under pictures, and rows of boxes that nobody has filled in yet. */
static void boxes_to_tick(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r = bring_in(f, CH_IMPORT_PEOPLE, "tick-boxes.csv");

	assert_int_equal(r.rejected, 0);
	assert_true(is_told(&r, "2 rows, from 5 to 6, hold only what is filled in beforehand"));
	assert_people(f, &r,
		      "name=Bea Larkin email=bea.larkin@example.org roles=mentor\n"
		      "name=Omar El-Sayed email=omar@example.org roles=mentee\n"
		      "name=Trish email=trish.h@example.org roles=mentor; mentee\n");
}

/* Days over times over names, and a count at the end. */
static void a_poll_for_a_day(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r = bring_in(f, CH_IMPORT_PEOPLE, "poll.xlsx");

	assert_people(f, &r,
		      "name=Gareth Pugh email=gareth@example.org\n"
		      "name=Yasmin D email=yasmin@example.org\n");
	assert_true(is_told(&r, "(\"Count\") is about no person"));
}

/* A form in Welsh, with the mutations that a question brings. */
static void a_form_in_welsh(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r = bring_in(f, CH_IMPORT_PEOPLE, "cofrestru-cy.csv");

	assert_int_equal(r.issue_count, 0);
	assert_people(f, &r,
		      "name=Gwenllian ap Rhys email=gwenllian@enghraifft.example phone=07700 900601 roles=mentor "
		      "offers=cyllidebu; TG languages=Cymraeg; Saesneg location=Aberystwyth hours_per_month=3 "
		      "start_date=2026-12-01\n"
		      "name=Tŵm Siôn Llwyd email=twm@enghraifft.example phone=07700 900602 roles=mentee "
		      "seeks=hyder; siarad yn gyhoeddus languages=Cymraeg location=Y Bala hours_per_month=2 "
		      "start_date=2027-01-15\n"
		      "name=Catrin Môn email=catrin.mon@enghraifft.example roles=mentor; mentee offers=garddio "
		      "seeks=Excel languages=Cymraeg; Saesneg location=Caernarfon\n");
}

/* Titles stay before the name and honours behind it, and neither is part of the first name. */
static void last_names_with_titles(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r = bring_in(f, CH_IMPORT_PEOPLE, "surname-first.csv");

	assert_people(f, &r,
		      "name=Prof. Elaine HARGREAVES OBE FRSE first_name=Elaine email=e.hargreaves@uni.example "
		      "roles=mentor department=Science job_title=Chair of Chemistry capacity=2\n"
		      "name=Dr Iain MacDonald PhD first_name=Iain email=i.macdonald@uni.example roles=mentor "
		      "department=Arts job_title=Senior Lecturer capacity=1\n"
		      "name=Ms Carla de Souza first_name=Carla email=c.desouza@uni.example roles=mentee "
		      "department=Science job_title=Research Associate\n"
		      "name=Mr. Patrick (Paddy) O'Neill-Byrne first_name=Patrick (Paddy) "
		      "email=p.oneill@uni.example roles=mentee department=Engineering job_title=Technician\n"
		      "name=Thị Hạnh Nguyễn first_name=Thị Hạnh email=h.nguyen@uni.example roles=mentee "
		      "department=Arts job_title=PhD student\n");
}

/* One address in another case is the same; a name alone is not. */
static void rows_that_come_again(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r = bring_in(f, CH_IMPORT_PEOPLE, "repeated-rows.csv");

	assert_int_equal(r.read, 7);
	assert_int_equal(r.same, 1);
	assert_int_equal(r.skipped, 1); /* Samuel has Sam's address */
	assert_people(f, &r,
		      "name=Ella Fox first_name=Ella email=ella.fox@example.org roles=mentee "
		      "seeks=find work; grow in confidence\n"
		      "name=Sam Reid first_name=Sam email=sam.reid@example.org roles=mentor\n"
		      "name=Ella Fox first_name=Ella roles=mentee\n"
		      "name=Jon Smith first_name=Jon roles=mentor\n"
		      "name=John Smith first_name=John roles=mentor\n");
}

/* The number of a check says what the dates beside it are of. */
static void a_register_of_checks(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r = bring_in(f, CH_IMPORT_PEOPLE, "register-of-checks.xlsx");

	assert_people(f, &r,
		      "name=Rita Moss first_name=Rita roles=mentor\n"
		      "name=Dev Anand first_name=Dev roles=mentor\n"
		      "name=Owen Tate first_name=Owen roles=mentor\n");
	bring_in(f, CH_IMPORT_CREDENTIALS, "register-of-checks.xlsx");
	assert_credentials(f, 3,
			   "person_id=1 kind=check name=DBS awarded_on=2024-05-12 expires_on=2027-05-12\n"
			   "person_id=2 kind=check name=DBS awarded_on=2023-10-01 expires_on=2026-10-01\n"
			   "person_id=1 kind=training name=Safeguarding training awarded_on=2026-01-20\n");
}

/* Lengths as people write them; what "cancelled by Lily" says under "Attended?" is of the session. */
static void sessions_as_they_are_typed(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_options options = {.path = "tests/fixtures/rosters/sessions-as-typed.csv"};
	struct ch_import_result r;

	REFUSED(f, CH_DATA, ch_import(&f->c, &options, &f->arena, &r, &f->err));
	scheme_programme(f, "Back to Work", CH_KIND_MENTORING);
	r = bring_in(f, CH_IMPORT_PAIRINGS, "pairs-on-one-row.csv");
	assert_int_equal(r.created, 3);
	r = bring_in(f, CH_IMPORT_SESSIONS, "sessions-as-typed.csv");
	assert_int_equal(r.rejected, 1); /* first names alone are nobody's */
	assert_sessions(f, 6,
			"session_date=2026-09-22 state=held minutes=90\n"
			"session_date=2026-09-29 state=held minutes=90\n"
			"session_date=2026-10-06 state=no_show minutes=90\n"
			"session_date=2026-10-13 state=held minutes=90\n"
			"session_date=2026-10-20 state=cancelled minutes=90\n"
			"session_date=2026-10-21 state=held minutes=90\n");
}

/* A list of people is refused for what it is: days on which two met. */
static void a_log_of_sessions_is_no_list_of_people(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_options options = {.path = "tests/fixtures/rosters/sessions-as-typed.csv"};
	struct ch_import_result r;

	assert_int_equal(ch_import(&f->c, &options, &f->arena, &r, &f->err), CH_DATA);
	assert_non_null(strstr(f->err.message, "has two people in each row"));
	assert_non_null(strstr(f->err.fix, "`chiron import sessions FILE`"));
	f->err = CH_NO_ERROR;
}

/* Who was invited, as a mail program lists them: the address stands behind the name. */
static void names_with_their_addresses(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_options options = {0};
	struct ch_import_result r;

	options.path = temp_dir_write(f->dir, "list.csv",
				      "Attendees;Role\n\"Lee, Ann <ann.lee@example.org>\";Mentor\n"
				      "Vega, Bo <bo@example.org>;Mentee\nCai Yu;Mentee\nDai Ek <no address>;Mentee\n");
	GOOD(f, ch_import(&f->c, &options, &f->arena, &r, &f->err));
	assert_people(f, &r,
		      "name=Ann Lee first_name=Ann email=ann.lee@example.org roles=mentor\n"
		      "name=Bo Vega first_name=Bo email=bo@example.org roles=mentee\n"
		      "name=Cai Yu roles=mentee\n"
		      "name=Dai Ek <no address> roles=mentee\n");
}

static struct ch_import_result bring_in_text(struct scheme_fixture *f, enum ch_import_kind kind, const char *text)
{
	struct ch_import_options options = {.kind = kind, .new_people = true, .programme_id = 1};
	struct ch_import_result r;

	options.path = temp_dir_write(f->dir, "list.csv", text);
	GOOD(f, ch_import(&f->c, &options, &f->arena, &r, &f->err));
	return r;
}

static void assert_pairings(struct scheme_fixture *f, int64_t count, const char *expected)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;
	struct ch_person person;
	int64_t there;

	GOOD(f, ch_scheme_count(&f->c, CH_PAIRING, &there, &f->err));
	assert_int_equal(there, count);
	for (int64_t id = 1; id <= count; id++) {
		struct ch_pairing pairing = scheme_get_pairing(f, id);

		GOOD(f, ch_person_get(&f->c, pairing.guide_id, &f->arena, &person, &f->err));
		ch_buffer_printf(&out, "%s+", person.name);
		GOOD(f, ch_person_get(&f->c, pairing.learner_id, &f->arena, &person, &f->err));
		ch_buffer_printf(&out, "%s ", person.name);
	}
	const char *found = ch_arena_copy(&f->arena, out.text ? out.text : "");

	ch_buffer_release(&out);
	assert_string_equal(found, expected);
}

/* A row of a mentor and all whom they mentor, in one cell or in a column each, is a pairing for each of them. */
static void several_mentees_in_a_row(void **state)
{
	struct scheme_fixture *f = *state;

	scheme_programme(f, "Back to Work", CH_KIND_MENTORING);
	struct ch_import_result r = bring_in_text(f, CH_IMPORT_PAIRINGS,
						  "Mentor;Mentees;Started\nRita Moss;Lily Chu, Reece Ford;12/09/2026\n"
						  "Dev Anand;Bell, Kay;13/09/2026\n");
	assert_int_equal(r.read, 2);
	assert_int_equal(r.created, 2);
	assert_pairings(f, 3, "Rita Moss+Lily Chu Rita Moss+Reece Ford Dev Anand+Kay Bell ");
	r = bring_in_text(f, CH_IMPORT_PAIRINGS,
			  "Mentor,Mentee 1,Mentee 2,Mentee 3,Start date\nRita Moss,Lily Chu,Reece Ford,,12/09/2026\n"
			  "Dev Anand,Kay Bell,Ed Fry,,13/09/2026\n");
	assert_int_equal(r.same, 1);
	assert_int_equal(r.created, 1);
	assert_true(is_told(&r, "Nothing new in row 2"));
	assert_pairings(f, 4, "Rita Moss+Lily Chu Rita Moss+Reece Ford Dev Anand+Kay Bell Dev Anand+Ed Fry ");
}

/* One of several is nobody: nothing of the row comes in, and nobody is left behind of it. */
static void several_mentees_of_whom_one_is_unknown(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_options options = {.kind = CH_IMPORT_PAIRINGS};
	struct ch_import_result r;

	scheme_programme(f, "Back to Work", CH_KIND_MENTORING);
	scheme_person(f, "Rita Moss", "rita@example.org", 1 << CH_ROLE_MENTOR, "finance", NULL, 2);
	scheme_person(f, "Lily Chu", "lily@example.org", 1 << CH_ROLE_MENTEE, NULL, "finance", 0);
	options.path = temp_dir_write(f->dir, "list.csv", "Mentor|Mentees\nRita Moss|Lily Chu; Reece Ford\n");
	REFUSED(f, CH_DATA, ch_import(&f->c, &options, &f->arena, &r, &f->err));
	assert_int_equal(r.rejected, 1);
	assert_true(is_told(&r, "is nobody's name here"));
	assert_pairings(f, 0, "");
}

/* Times of day as a spreadsheet keeps them, parts of a day, and lengths in hours. */
static void sessions_with_times(void **state)
{
	struct scheme_fixture *f = *state;

	scheme_programme(f, "Back to Work", CH_KIND_MENTORING);
	bring_in(f, CH_IMPORT_PAIRINGS, "pairs-on-one-row.csv");
	struct ch_import_result r = bring_in(f, CH_IMPORT_SESSIONS, "session-times.xlsx");

	assert_int_equal(r.issue_count, 0);
	assert_true(is_told(&r, "Small numbers without a unit in \"Hours\" are hours, as in 1.5"));
	assert_sessions(f, 2,
			"session_date=2026-09-01 state=held minutes=90 starts_at=10:00\n"
			"session_date=2026-09-08 state=held minutes=60 starts_at=14:00\n");
}

/* Pairs and their sessions in German, feminine and masculine. */
static void tandems_in_german(void **state)
{
	struct scheme_fixture *f = *state;

	scheme_programme(f, "Back to Work", CH_KIND_MENTORING);
	struct ch_import_result r = bring_in(f, CH_IMPORT_PAIRINGS, "tandems-de.csv");

	assert_int_equal(r.created, 2);
	assert_int_equal(scheme_get_pairing(f, 1).state, CH_PAIRING_ACTIVE);
	assert_int_equal(scheme_get_pairing(f, 2).state, CH_PAIRING_CONTRACTING);
	assert_true(is_told(&r, "Column \"Bemerkungen\" is left out: what two people say to each other is theirs"));
	bring_in(f, CH_IMPORT_SESSIONS, "protokoll-de.csv");
	assert_sessions(f, 3,
			"session_date=2026-09-22 state=held minutes=90 medium=in_person\n"
			"session_date=2026-09-29 state=held minutes=60 medium=phone\n"
			"session_date=2026-10-06 state=cancelled\n");
}

#define A_TEST(f) cmocka_unit_test_setup_teardown(f, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		A_TEST(a_parish_list),
		A_TEST(a_bank_of_coaches),
		A_TEST(a_survey_of_alumni),
		A_TEST(boxes_to_tick),
		A_TEST(a_poll_for_a_day),
		A_TEST(a_form_in_welsh),
		A_TEST(last_names_with_titles),
		A_TEST(rows_that_come_again),
		A_TEST(a_register_of_checks),
		A_TEST(sessions_as_they_are_typed),
		A_TEST(a_log_of_sessions_is_no_list_of_people),
		A_TEST(names_with_their_addresses),
		A_TEST(several_mentees_in_a_row),
		A_TEST(several_mentees_of_whom_one_is_unknown),
		A_TEST(sessions_with_times),
		A_TEST(tandems_in_german),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
