/*
 * Lists as forms, address books, ticket shops and personnel systems give them,
 * and as people make them by hand, without a single option; and what a
 * sensible person expects of each.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "scheme_fixture.h"

enum { MENTOR = 1 << CH_ROLE_MENTOR, MENTEE = 1 << CH_ROLE_MENTEE };

/* Brings the list in: so many people are new, so many rows do not come in. */
static struct ch_import_result bring_in(struct scheme_fixture *f, const char *name, int64_t people, int64_t rejected)
{
	struct ch_import_options options = {
		.path = ch_arena_printf(&f->arena, "tests/fixtures/rosters/%s", name),
	};
	struct ch_import_result r;

	if (rejected == 0)
		GOOD(f, ch_import(&f->c, &options, &f->arena, &r, &f->err));
	else
		REFUSED(f, CH_DATA, ch_import(&f->c, &options, &f->arena, &r, &f->err));
	assert_int_equal(r.created, people);
	assert_int_equal(r.rejected, rejected);
	assert_int_equal(r.read, people + rejected + r.skipped);
	return r;
}

static struct ch_person find(struct scheme_fixture *f, const char *who)
{
	struct ch_person person;
	int64_t id = 0;

	GOOD(f, ch_find(&f->c, CH_PERSON, who, &id, &f->err));
	GOOD(f, ch_person_get(&f->c, id, &f->arena, &person, &f->err));
	return person;
}

static void assert_mapping(const struct ch_import_result *r, const char *fields)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;

	for (size_t i = 0; i < r->mapping_count; i++)
		ch_buffer_printf(&out, "%s%s", i > 0 ? " " : "", r->mapping[i].code[0] ? r->mapping[i].code : "-");
	assert_string_equal(out.text, fields);
	ch_buffer_release(&out);
}

/* How many lines say something with these words in it. */
static size_t count_told(const struct ch_import_result *r, const char *words)
{
	size_t found = 0;

	for (size_t i = 0; i < r->notice_count; i++)
		found += strstr(r->notices[i], words) != NULL;
	return found;
}

/* Salesforce: its own id, columns that somebody added ("__c") of ones and noughts, and five lines about the report. */
static void a_report_of_a_system(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r = bring_in(f, "salesforce-report.csv", 4, 0);

	assert_mapping(&r, "own_key - first_name last_name job_title organisation email phone phone location - "
			   "is_mentor is_mentee -");
	assert_int_equal(r.issue_count, 0);
	assert_int_equal(count_told(&r, "is about no person and is passed over"), 5);
	struct ch_person lam = find(f, "chiwai.lam@example.org");
	assert_int_equal(lam.roles, MENTOR | MENTEE);
	assert_string_equal(lam.job_title, "Trustee");
	assert_string_equal(find(f, "ben.null@example.org").name, "Ben Null");
	assert_string_equal(find(f, "ben.null@example.org").phone, "07700 900102");
}

/* "Contact: First Name" and "Engagement Plan: Role"; a total in words and four lines about the report. */
static void headings_behind_what_they_are_of(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r = bring_in(f, "salesforce-prefixes.csv", 4, 1);

	assert_mapping(&r, "first_name last_name email phone organisation job_title own_key roles - capacity");
	assert_int_equal(count_told(&r, "is about no person and is passed over"), 4);
	assert_int_equal(find(f, "leo.brandt@example.org").roles, MENTEE);
}

/* "CnBio_First_Name" beside "CnPh_1_01_Phone_number": the ends that are known, of the one that the rows are about. */
static void headings_of_a_donor_system(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r = bring_in(f, "donor-system.csv", 3, 0);

	assert_mapping(&r, "own_key first_name last_name organisation phone email location roles notes");
	assert_string_equal(find(f, "hilary.pope@example.org").name, "Hilary Pope");
	assert_int_equal(find(f, "hilary.pope@example.org").roles, MENTOR); /* by the cells: its heading is a code */
}

/* A survey: codes, questions and marks above the answers; its own "Start Date" is when the form was begun. */
static void a_survey_with_three_rows_of_headings(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r = bring_in(f, "survey-three-headings.csv", 4, 0);

	assert_int_equal(r.header_row, 2);
	assert_int_equal(count_told(&r, "Column \"Start Date\" is left out: the form made it"), 1);
	assert_int_equal(count_told(&r, "Row 3 (\"{\"ImportId"), 1);
	struct ch_person priya = find(f, "p.nair@uni.example.edu");
	assert_string_equal(priya.offers, "CV writing; Interview practice");
	assert_int_equal(priya.capacity, 2);
	assert_int_equal(priya.start_date, CH_NO_DATE);
	assert_int_equal(find(f, "j.obrien@uni.example.edu").roles, MENTEE);
}

/* A church's list: a title, couples in one row, "maybe" and "N - helps with teas", checks with dates or without. */
static void a_list_of_volunteers(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r = bring_in(f, "church.csv", 5, 1);
	size_t couples = 0;

	assert_mapping(&r, "name phone phone email is_mentor check check_expires meeting_times notes");
	for (size_t i = 0; i < r.issue_count; i++)
		couples += strstr(r.issues[i].message, "looks like two people") != NULL;
	assert_int_equal(couples, 1);
	assert_int_equal(find(f, "margaret@staidans.example.org").roles, MENTOR);
	assert_int_equal(find(f, "Gwen (Baker)").roles, 0);
}

/* What is of somebody else stays theirs behind any mark, and one heading alone makes nothing the person's. */
static void what_stands_before_a_heading_may_be_somebody_else(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_options options = {0};
	struct ch_import_result r;

	options.path = temp_dir_write(f->dir, "list.csv",
				      "Name,Mentor: Email,Mentor: First Name,Parent: Email,Event: Name,Event: ID\n"
				      "Bo Ek,ann@example.org,Ann,mum@example.org,Fair,7\n");
	GOOD(f, ch_import_look(&f->c, &options, &f->arena, &r, &f->err));
	assert_mapping(&r, "name - - - - -");
}

/* A list of two people in each row is none of people, and the refusal says what it is. */
static void a_list_of_pairs_is_no_list_of_people(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_options options = {.path = "tests/fixtures/rosters/paired.csv"};
	struct ch_import_result r;

	assert_int_equal(ch_import(&f->c, &options, &f->arena, &r, &f->err), CH_DATA);
	assert_non_null(strstr(f->err.message, "has two people in each row"));
	assert_non_null(strstr(f->err.fix, "--new-people"));
	f->err = CH_NO_ERROR;

	options.path = temp_dir_write(f->dir, "list.csv",
				      "Scheme 2026\n\nMentor,Mentor email,Mentee,Mentee email\n"
				      "Ann,a@x.org,Bob,b@x.org\n");
	assert_int_equal(ch_import(&f->c, &options, &f->arena, &r, &f->err), CH_DATA);
	assert_non_null(strstr(f->err.message, "has two people in each row"));
	f->err = CH_NO_ERROR;
}

/* More columns than are read: the refusal is about them, not about headings that are there. */
static void too_many_columns(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_buffer list = CH_BUFFER_EMPTY;
	struct ch_import_options options = {0};
	struct ch_import_result r;

	ch_buffer_add(&list, "Name,Email");
	for (int i = 0; i < 5000; i++)
		ch_buffer_printf(&list, ",Column %d", i);
	ch_buffer_add(&list, "\nAnn Lee,ann@example.org\n");
	options.path = temp_dir_write(f->dir, "list.csv", list.text);
	ch_buffer_release(&list);
	assert_int_equal(ch_import(&f->c, &options, &f->arena, &r, &f->err), CH_DATA);
	assert_non_null(strstr(f->err.message, "row 1 has more than 4,096 cells"));
	f->err = CH_NO_ERROR;
}

/* Microsoft Forms without signing in: its own Name is empty and its Email "anonymous"; the questions have both. */
static void a_form_without_signing_in(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r = bring_in(f, "microsoft-forms.xlsx", 3, 0);

	assert_mapping(&r, "own_key - - - - - name email roles offers seeks capacity hours_per_month start_date -");
	assert_int_equal(r.issue_count, 0);
	struct ch_person rhys = find(f, "rhys@example.org");
	assert_string_equal(rhys.name, "Rhys ap Gruffydd");
	assert_string_equal(rhys.offers, "Careers; Leadership");
	assert_int_equal(rhys.roles, MENTOR);
	assert_int_equal(rhys.start_date, ch_date_from_iso("2026-12-01"));
	assert_int_equal(find(f, "jm.nunez@example.org").hours_per_month, 180); /* "about 3" */
}

/* "Quel est votre nom ?" is the surname beside "Quel est votre prénom ?". */
static void a_french_form(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r = bring_in(f, "google-forms-fr.csv", 3, 0);

	assert_mapping(&r, "- email last_name first_name department roles offers seeks capacity hours_per_month "
			   "start_date -");
	assert_int_equal(r.issue_count, 0);
	struct ch_person zoe = find(f, "zoe.lefevre@example.org");
	assert_string_equal(zoe.name, "Zoé Lefèvre");
	assert_int_equal(zoe.hours_per_month, 90);
	assert_int_equal(zoe.capacity, 2);
	assert_int_equal(find(f, "ines@example.org").roles, MENTOR | MENTEE);
}

/* A parent's address is not the young person's. */
static void young_people_and_their_parents(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r = bring_in(f, "youth-mentoring.csv", 2, 0);

	assert_mapping(&r, "name - - department - - - - - - - -");
	assert_int_equal(count_told(&r, "it is about somebody else"), 3);
	struct ch_person kai = find(f, "Kai Brown");
	assert_null(kai.email);
	assert_null(kai.phone);
}

/* A title, a legend, merged rows that head sections, a hidden row, a total; what the sections say is a role. */
static void made_by_hand(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r = bring_in(f, "made-by-hand.xlsx", 4, 0);

	assert_string_equal(r.sheet, "People");
	assert_int_equal(r.header_row, 6);
	assert_mapping(&r, "name phone email location offers - capacity");
	assert_int_equal(count_told(&r, "gives the people below it their role"), 2);
	assert_int_equal(r.issue_count, 2); /* "Smith, Anna", the one with a comma, and "1 or 2" places */
	assert_string_equal(r.issues[0].message, "is read as Anna Smith, last name first");
	assert_int_equal(find(f, "anna.smith@example.org").roles, MENTOR);
	assert_int_equal(find(f, "bob.jones@example.org").roles, MENTOR);
	assert_int_equal(find(f, "dev@example.org").roles, MENTEE);
	assert_string_equal(find(f, "anna.smith@example.org").offers, "CVs / interviews");
	assert_string_equal(find(f, "bob.jones@example.org").phone, "447700900402");
}

/* A role for all is said by whoever imports, and sections say nothing then. */
static void a_role_for_all_overrules_sections(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_options options = {.path = "tests/fixtures/rosters/made-by-hand.xlsx",
					    .role = CH_ROLE_MENTEE};
	struct ch_import_result r;

	GOOD(f, ch_import(&f->c, &options, &f->arena, &r, &f->err));
	assert_int_equal(find(f, "anna.smith@example.org").roles, MENTEE);
}

/* Mentors, and below them mentees under headings of their own: what is below is not read as what it is not. */
static void two_lists_on_a_sheet(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_options options = {.path = "tests/fixtures/rosters/two-lists.xlsx"};
	struct ch_import_result r;

	assert_int_equal(ch_import(&f->c, &options, &f->arena, &r, &f->err), CH_DATA);
	assert_int_equal(r.created, 2);
	assert_int_equal(r.rejected, 1);
	assert_string_equal(r.issues[0].reason, "other_list");
	assert_int_equal(r.issues[0].row, 7);
	assert_int_equal(find(f, "eve.hall@example.org").roles, MENTOR);
	options.header_row = 7;
	GOOD(f, ch_import(&f->c, &options, &f->arena, &r, &f->err));
	assert_int_equal(r.created, 2);
	struct ch_person gil = find(f, "gil.roy@example.org");
	assert_int_equal(gil.roles, MENTEE);
	assert_string_equal(gil.seeks, "Speak up");
	assert_int_equal(gil.start_date, ch_date_from_iso("2026-09-01"));
}

/* Excel's "CSV (Macintosh)": its accents, and lines that end in a carriage return. */
static void from_an_old_macintosh(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r = bring_in(f, "macintosh.csv", 3, 0);

	assert_string_equal(r.encoding, "Macintosh");
	assert_mapping(&r, "first_name last_name email location roles notes");
	assert_string_equal(find(f, "eloise@example.org").name, "Éloïse Château");
	assert_string_equal(find(f, "gael@example.org").last_name, "Le Bœuf");
	assert_int_equal(find(f, "francois@example.org").roles, MENTEE);
}

/* A personnel system: tabs in UTF-16, month first, "Last, First" of people and of their managers. */
static void last_names_first(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r = bring_in(f, "personnel-unicode.txt", 4, 0);

	assert_mapping(&r, "name_last_first own_key email job_title department manager_name location start_date roles "
			   "capacity");
	assert_int_equal(r.issue_count, 0);
	assert_string_equal(r.date_order, "mdy");
	struct ch_person jan = find(f, "jw.vandermeer@example.org");
	assert_string_equal(jan.name, "Jan Willem van der Meer");
	assert_string_equal(jan.first_name, "Jan Willem");
	assert_string_equal(jan.last_name, "van der Meer");
	assert_int_equal(jan.manager_id, find(f, "lena.gross@example.org").person_id);
	assert_int_equal(find(f, "siobhan.obl@example.org").roles, MENTOR | MENTEE);
}

/* Excel's sep= line, "Name, Vorname" in one column, a heading of nothing but role words with an asterisk in them. */
static void a_german_university(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r = bring_in(f, "university-de.csv", 3, 0);

	assert_mapping(&r, "- - name_last_first email phone department job_title roles areas notes");
	assert_int_equal(r.issue_count, 0);
	struct ch_person max = find(f, "m.loewenstein@example.org");
	assert_string_equal(max.name, "Max zu Löwenstein");
	assert_int_equal(max.roles, MENTOR);
	assert_string_equal(find(f, "k.weiss@example.org").offers, "Führung; Vereinbarkeit");
	assert_null(find(f, "e.yilmaz@example.org").offers);
	assert_string_equal(find(f, "e.yilmaz@example.org").seeks, "Karriere");
}

/* Who the lists of matches and of sessions are about. */
static void bring_in_pairs(struct scheme_fixture *f)
{
	static const struct {
		const char *name, *email;
		int roles;
	} people[] = {
		{"Ann Lee", "ann.lee@example.org", MENTOR},   {"Bo Ek", "bo.ek@example.org", MENTEE},
		{"Cai Yu", "cai.yu@example.org", MENTOR},     {"Dai Rees", "dai.rees@example.org", MENTEE},
		{"Eva Ruiz", "eva.ruiz@example.org", MENTEE}, {"Fay Orr", "fay.orr@example.org", MENTOR},
	};

	scheme_programme(f, "Back to Work", CH_KIND_MENTORING);
	for (size_t i = 0; i < sizeof(people) / sizeof(*people); i++)
		scheme_person(f, people[i].name, people[i].email, people[i].roles, "finance", "finance", 3);
}

/* Names only, one of them turned round; a month without a day; somebody still to be found. */
static void matches_by_name(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_options options = {.path = "tests/fixtures/rosters/matches.xlsx",
					    .kind = CH_IMPORT_PAIRINGS};
	struct ch_import_result r;

	bring_in_pairs(f);
	assert_int_equal(ch_import(&f->c, &options, &f->arena, &r, &f->err), CH_DATA);
	assert_mapping(&r, "- guide learner started_on planned_end_on closed_on state -");
	assert_int_equal(r.created, 3);
	assert_int_equal(r.rejected, 1);
	assert_int_equal(scheme_get_pairing(f, 1).state, CH_PAIRING_ACTIVE);
	assert_int_equal(scheme_get_pairing(f, 2).guide_id, 3);
	assert_int_equal(scheme_get_pairing(f, 2).state, CH_PAIRING_CLOSED);
	assert_int_equal(scheme_get_pairing(f, 3).state, CH_PAIRING_PAUSED);
	bool said = false;
	for (size_t i = 0; i < r.issue_count; i++)
		if (r.issues[i].column && strcmp(r.issues[i].column, "Start") == 0)
			said = strstr(r.issues[i].message, "is read as 2026-02-01, the first day") != NULL;
	assert_true(said);
}

/* A log kept by hand: "1h30", "45 min", "10am", who came, what was called off, a total below. */
static void a_session_log(void **state)
{
	static const struct {
		int state;
		int64_t minutes;
	} expected[] = {{CH_SESSION_HELD, 90},	  {CH_SESSION_HELD, 45}, {CH_SESSION_NO_SHOW, 60},
			{CH_SESSION_NO_SHOW, 90}, {CH_SESSION_HELD, 75}, {CH_SESSION_CANCELLED, 45}};
	struct scheme_fixture *f = *state;
	struct ch_import_options options = {.path = "tests/fixtures/rosters/matches.xlsx",
					    .kind = CH_IMPORT_PAIRINGS};
	struct ch_import_result r;

	bring_in_pairs(f);
	assert_int_equal(ch_import(&f->c, &options, &f->arena, &r, &f->err), CH_DATA);
	f->err = CH_NO_ERROR;
	options = (struct ch_import_options){.path = "tests/fixtures/rosters/session-log.csv",
					     .kind = CH_IMPORT_SESSIONS};
	GOOD(f, ch_import(&f->c, &options, &f->arena, &r, &f->err));
	assert_mapping(&r, "session_date guide learner starts_at ends_at minutes medium learner_attendance - -");
	assert_int_equal(r.created, 6);
	assert_int_equal(r.issue_count, 0);
	for (int64_t i = 0; i < r.created; i++) {
		struct ch_session session;

		GOOD(f, ch_session_get(&f->c, i + 1, &f->arena, &session, &f->err));
		assert_int_equal(session.state, expected[i].state);
		assert_int_equal(session.minutes, expected[i].minutes);
	}
}

/* Tickets that one person bought for two: one address is one person, and it is said whose it is. */
static void tickets_of_one_buyer(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r = bring_in(f, "tickets.csv", 2, 0);

	assert_mapping(&r, "- - first_name last_name email - - - own_key - - - - - - - phone job_title organisation "
			   "roles location");
	assert_int_equal(r.skipped, 1);
	assert_int_equal(find(f, "femi@example.org").roles, MENTOR);
	assert_string_equal(r.issues[0].message,
			    "is also the address of Femi Adeyemi in row 2, and one address is one person");
}

#define LIST(name) cmocka_unit_test_setup_teardown(name, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		LIST(headings_behind_what_they_are_of),
		LIST(headings_of_a_donor_system),
		LIST(a_list_of_volunteers),
		LIST(a_survey_with_three_rows_of_headings),
		LIST(what_stands_before_a_heading_may_be_somebody_else),
		LIST(a_list_of_pairs_is_no_list_of_people),
		LIST(too_many_columns),
		LIST(a_report_of_a_system),
		LIST(a_form_without_signing_in),
		LIST(a_french_form),
		LIST(young_people_and_their_parents),
		LIST(made_by_hand),
		LIST(a_role_for_all_overrules_sections),
		LIST(two_lists_on_a_sheet),
		LIST(from_an_old_macintosh),
		LIST(last_names_first),
		LIST(a_german_university),
		LIST(tickets_of_one_buyer),
		LIST(matches_by_name),
		LIST(a_session_log),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
