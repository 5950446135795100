/*
 * Records into columns: the row of headings, what each column means, what is
 * left out, the order of dates, and rows that do not fit.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/person.h"
#include "import_pipe.h"

static void expect_refused(const char *content, const struct import_columns_options *options, enum ch_status status,
			   const char *message, const char *fix)
{
	struct import_pipe pipe;
	struct ch_error err = CH_NO_ERROR;

	assert_int_equal(import_pipe_columns(&pipe, content, options, &err), status);
	assert_string_equal(err.message, message);
	assert_string_equal(err.fix, fix);
	import_pipe_close(&pipe);
}

static void open_or_fail(struct import_pipe *pipe, const char *content, const struct import_columns_options *options)
{
	struct ch_error err = CH_NO_ERROR;
	enum ch_status status = import_pipe_columns(pipe, content, options, &err);

	if (status)
		print_error("%s\n", err.message);
	assert_int_equal(status, CH_OK);
}

/* The fields of the columns by their headings alone, one a line; "-why" for those left out. */
static void expect_fields(const char *content, const char *fields)
{
	struct import_pipe pipe;
	struct ch_buffer out = CH_BUFFER_EMPTY;

	open_or_fail(&pipe, content, NULL);
	for (size_t i = 0; i < pipe.columns.count; i++) {
		const struct import_column *column = &pipe.columns.columns[i];

		ch_buffer_printf(&out, "%s%s%s", i > 0 ? " " : "", column->field ? "" : "-",
				 column->field ? column->field : column->why);
	}
	assert_string_equal(out.text, fields);
	ch_buffer_release(&out);
	import_pipe_close(&pipe);
}

/* Words that mean more than one thing, or one thing here and another there. */
static void test_words_that_mean_more_than_one_thing(void **state)
{
	(void)state;
	expect_fields("Nome,Contacto\nAna Lima,+351 912 345 678\nRui Reis,912 000 111\n", "name phone");
	expect_fields("Entidade,Contacto,Telefone\nCasa,Ana Lima,912 345 678\nLar,Rui Reis,912 000 111\n",
		      "organisation name phone");
	expect_fields("Nombre,Apellidos,Contacto\nAna,Lima,(91) 345 678\n", "first_name last_name phone");
	expect_fields("Nome,Sobrenome,Apelido\nAna,Souza,Aninha\n", "first_name last_name -unused");
	expect_fields("Nome,Apelido\nAna,Souza\n", "first_name last_name");
	expect_fields("Naam,Wanneer kun je meestal?,Wanneer kun je beginnen?\nAn Bos,ma,1-3-2026\n",
		      "name meeting_times start_date");
	expect_fields("Enw,Pryd allwch chi fel arfer?,Pryd allwch chi ddechrau?\nAn Bos,Llun,1 Gor 2026\n",
		      "name meeting_times start_date");
}

/* What our own export writes must come back by itself: keys and labels of every field. */
static void test_every_field_is_known_by_key_and_label(void **state)
{
	const struct ch_entity *person = ch_entity_of(CH_PERSON);
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct import_lexicon lexicon;
	size_t known = 0;

	(void)state;
	import_lexicon_read(&lexicon, NULL, &arena);
	for (size_t i = 0; i < person->field_count; i++) {
		const struct ch_field *field = &person->fields[i];

		if (field->type == CH_TYPE_ID || field->flags & (CH_FIELD_KEPT | CH_FIELD_HIDDEN))
			continue;
		known++;
		for (int label = 0; label < 2; label++) {
			struct import_meaning meaning =
				import_lexicon_find(&lexicon, label ? field->label : field->key);

			/* Of what an export writes "availability" is no number, and "grade" is one. */
			if (meaning.certainty == IMPORT_BY_CELLS) {
				assert_string_equal(
					strcmp(field->key, "grade") == 0 ? meaning.field : meaning.other, field->key);
				continue;
			}
			assert_int_equal(meaning.certainty, IMPORT_BY_NAME);
			assert_string_equal(meaning.field, field->key);
		}
	}
	assert_true(known >= 20);
	assert_string_equal(import_lexicon_find(&lexicon, "person_id").field, "person_id");
	assert_string_equal(import_lexicon_find(&lexicon, "scheme_id").field, "scheme_id");
	ch_arena_release(&arena);
}

static void test_headings_are_compared_loosely(void **state)
{
	(void)state;
	expect_fields("\"FIRST  NAME *\",sur_name?,Surname:,E-Mail\xc2\xa0" "Address,Tel.,Area "
									    "(ward)\nAnn,x,Lee,a@x.org,1,b\n",
		      "first_name -unknown last_name email phone location");
	expect_fields("Enw / Name,E-bost | Email\nAnn,a@x.org\n", "name email");
	expect_fields("Name,Manager\xe2\x80\x99s e-mail,Email\nAnn,b@x.org,a@x.org\n", "name manager_email email");
}

static void test_questions_are_known_by_their_words(void **state)
{
	(void)state;
	expect_fields("\"What is your name?\",\"Please give your email address (work)\",\"Which team are you in?\","
		      "\"Would you like to be a mentor, a mentee, or both?\",\"What would you like help with?\"\n"
		      "Ann,a@x.org,Web,Both,Law\n",
		      "name email department roles seeks");
	expect_fields("Name,Email,Do you want to sign up as a mentor?,Would you like a mentor?\nAnn,a@x.org,Yes,No\n",
		      "name email roles roles");
}

static void test_cells_decide_between_two_meanings(void **state)
{
	(void)state;
	expect_fields("Name,Role\nAnn,Mentor\nBob,Mentee\n", "name roles");
	expect_fields("Name,Role,Email\nAnn,Buyer,a@x.org\nBob,Clerk,b@x.org\n", "name job_title email");
	expect_fields("Name,Title,Job title\nAnn,Mrs,Buyer\nBob,Dr,Clerk\n", "name -unused job_title");
	expect_fields("Name,Title\nAnn,Buyer\nBob,Clerk\n", "name job_title");
	expect_fields("Name,Title,Job title\nAnn,Buyer,Head buyer\n", "name -taken job_title");
	expect_fields("Name,Username\nAnn,a@x.org\n", "name email");
	expect_fields("Name,Username,Area\nAnn,ann77,West\n", "name -form location");
	expect_fields("Name,Mentor?,Mentee?\nAnn,Y,N\nBob,N,Y\n", "name roles roles");
	expect_fields("Name,Mentor,Email\nAnn,Bob Cox,a@x.org\n", "name -unknown email");
	expect_fields("Name,Email,Line manager\nAnn,a@x.org,b@x.org\n", "name email manager_email");
	expect_fields("Name,Email,Availability\nAnn,a@x.org,2 hrs\n", "name email hours_per_month");
	expect_fields("Name,Email,Availability\nAnn,a@x.org,not now\n", "name email availability");
}

static void test_one_column_for_a_field(void **state)
{
	(void)state;
	expect_fields("Email,Name,Work email\na@x.org,Ann,b@x.org\n", "email name -taken");
	expect_fields("Is this still your email address?,Name,Email\nyes,Ann,b@x.org\n", "-taken name email");
	/* Nothing is lost by reading both. */
	expect_fields("Name,Mobile,Business phone,Notes,Anything else?\nAnn,1,2,a,b\n", "name phone phone notes notes");
}

static void r16_what_is_left_out_is_said(void **state)
{
	struct import_pipe pipe;

	(void)state;
	open_or_fail(&pipe,
		     "Timestamp,Name,Email,DBS check,Performance rating,I agree to the privacy notice,Shoe "
		     "size,,Country\n"
		     "2026,Ann,a@x.org,Yes,4,Yes,39,x,she\n",
		     NULL);
	assert_string_equal(
		import_pipe_notices(&pipe, IMPORT_TOPIC_IGNORED),
		"Column \"Timestamp\" is left out: the form made it\n"
		"Column \"DBS check\" is left out: its cells do not say when, and a check is recorded with its date\n"
		"Column \"Performance rating\" is left out: it looks like a rating of performance, which chiron never "
		"keeps (R16)\n"
		"Column \"I agree to the privacy notice\" is left out: consent is not brought in from a list\n"
		"Column \"Shoe size\" is left out: its heading is not known; --map 'Shoe size=FIELD' brings "
		"it in, 'Shoe size=custom' as a field of your own\n"
		"Column 8 is left out: it has no heading\n"
		"Column \"Country\" is left out: chiron has no use for it\n");
	assert_string_equal(import_pipe_notices(&pipe, IMPORT_TOPIC_MAPPING),
			    "Column \"Name\" is read as Name\nColumn \"Email\" is read as E-mail\n");
	assert_string_equal(pipe.columns.columns[6].samples[0], "39");
	assert_null(pipe.columns.columns[6].samples[1]);
	import_pipe_close(&pipe);
}

static void test_headings_below_a_title(void **state)
{
	struct import_pipe pipe;

	(void)state;
	open_or_fail(&pipe, "Mentoring 2026,,\nPlease keep the name and email,,\n\nName,Email,Area\nAnn,a@x.org,West\n",
		     NULL);
	assert_string_equal(import_pipe_notices(&pipe, IMPORT_TOPIC_HEADING_ROW), "Headings are in row 4\n");
	assert_string_equal(import_pipe_rows(&pipe), "5:5 name=Ann email=a@x.org location=West\n");
	assert_int_equal(pipe.columns.rows, 1);
	import_pipe_close(&pipe);
}

static void test_no_headings(void **state)
{
	static const char fix[] =
		"if the headings are in another row: --header-row N; if this is the right file: --map 'Heading=name'";
	struct import_columns_options row_nine = {.heading_row = 9}, row_two = {.heading_row = 2};

	(void)state;
	expect_refused("Kundennummer,Betrag,Datum\n1,2,3\n", NULL, CH_DATA,
		       "list.csv has no column with names or e-mails; row 1: Kundennummer, Betrag, Datum; "
		       "row 2: 1, 2, 3", fix);
	expect_refused("Ann Lee,a@x.org,Mentor\nBob Cox,b@x.org,Mentee\n", NULL, CH_DATA,
		       "list.csv has no row of headings, but a person already: row 1: Ann Lee, a@x.org, Mentor; "
		       "row 2: Bob Cox, b@x.org, Mentee",
		       "add a row of headings such as Name, Email, Role above it");
	expect_refused("Name,Email\nAnn,a@x.org\n", &row_nine, CH_USAGE,
		       "Row 9, given as the row of headings, is blank or not there", "");
	expect_refused("Name,Email\nArea,Notes\n", &row_two, CH_DATA,
		       "list.csv has no column with names or e-mails; row 2: Area, Notes", fix);
}

static void test_maps(void **state)
{
	static const char *const maps[] = {"Wer=name", "Area=", "E mail=email", "Coacht=is_coach"};
	static const char *const odd[] = {"Wer=shoe size", "Who=name", "name"};
	struct import_columns_options options = {.maps = maps, .map_count = 4};
	struct import_pipe pipe;

	(void)state;
	open_or_fail(&pipe, "Wer,Area,E-Mail,Coacht\nAnn,West,a@x.org,ja\nBob,East,b@x.org,yes\n", &options);
	assert_string_equal(import_pipe_rows(&pipe), "2:2 name=Ann email=a@x.org roles=coach\n3:3 name=Bob "
						     "email=b@x.org roles=coach\n");
	assert_string_equal(import_pipe_notices(&pipe, IMPORT_TOPIC_MAPPING),
			    "Column \"Wer\" is read as Name, as asked for\nColumn \"E-Mail\" is read as E-mail, as "
			    "asked for\n"
			    "Column \"Coacht\" is read as coach, as asked for\n");
	assert_string_equal(import_pipe_notices(&pipe, IMPORT_TOPIC_IGNORED),
			    "Column \"Area\" is left out: that was asked for\n");
	import_pipe_close(&pipe);
	options.map_count = 1;
	options.maps = odd;
	expect_refused("Wer,Email\nAnn,a@x.org\n", &options, CH_USAGE, "\"shoe size\" is no field of a person",
		       "`chiron export people` shows the fields in its first row");
	options.maps = odd + 1;
	expect_refused("Wer,Email\nAnn,a@x.org\n", &options, CH_USAGE, "No column is headed \"Who\" in row 1", "");
	options.maps = odd + 2;
	expect_refused("Wer,Email\nAnn,a@x.org\n", &options, CH_USAGE, "\"name\" is no mapping",
		       "write it as 'Heading=field', as 'Work address=email'");
}

static void expect_dates(const char *dates, const struct import_columns_options *options, const char *notice,
			 const char *rows)
{
	struct ch_buffer content = CH_BUFFER_EMPTY;
	struct import_pipe pipe;

	ch_buffer_printf(&content, "Name,Start date\n%s", dates);
	open_or_fail(&pipe, content.text, options);
	assert_string_equal(import_pipe_notices(&pipe, IMPORT_TOPIC_DATE_ORDER), notice);
	assert_string_equal(import_pipe_rows(&pipe), rows);
	import_pipe_close(&pipe);
	ch_buffer_release(&content);
}

static void test_a_day_over_12_proves_the_order(void **state)
{
	(void)state;
	expect_dates("A,05/03/2026\nB,20/06/2026\n", NULL, "Dates in \"Start date\" are read day first, as in "
							   "20/06/2026\n",
		     "2:2 name=A start_date=2026-03-05\n3:3 name=B start_date=2026-06-20\n");
	expect_dates("A,05/03/2026\nB,6/20/2026\n", NULL, "Dates in \"Start date\" are read month first, as in "
							  "6/20/2026\n",
		     "2:2 name=A start_date=2026-05-03\n3:3 name=B start_date=2026-06-20\n");
	expect_dates("A,2026-03-05\nB,20 June 2026\n", NULL, "",
		     "2:2 name=A start_date=2026-03-05\n3:3 name=B start_date=2026-06-20\n");
}

static void test_an_order_without_proof_is_said(void **state)
{
	struct import_columns_options american = {.likely = IMPORT_MDY}, asked = {.order = IMPORT_MDY};

	(void)state;
	expect_dates("A,05/03/2026\n", NULL,
		     "Dates in \"Start date\" are read day first, though none of them proves it" CH_WAY
		     "; --date-order overrules" CH_KEY "; OPEN here, \"Dates\", overrules\n",
		     "2:2 name=A start_date=2026-03-05\n");
	expect_dates("A,05/03/2026\n", &american,
		     "Dates in \"Start date\" are read month first, though none of them proves it" CH_WAY
		     "; --date-order overrules" CH_KEY "; OPEN here, \"Dates\", overrules\n",
		     "2:2 name=A start_date=2026-05-03\n");
	expect_dates("A,05/03/2026\n", &asked, "Dates in \"Start date\" are read month first, as asked for\n",
		     "2:2 name=A start_date=2026-05-03\n");
}

static void test_proof_of_both_orders_stops_the_column(void **state)
{
	struct import_pipe pipe;

	(void)state;
	open_or_fail(&pipe, "Name,Start date\nA,25/03/2026\nB,03/26/2026\nC,2026-03-27\n", NULL);
	assert_string_equal(import_pipe_notices(&pipe, IMPORT_TOPIC_DATE_ORDER),
			    "Dates in \"Start date\" are left out: 25/03/2026 has the day first, 03/26/2026 the month"
			    CH_WAY "; --date-order dmy or mdy says how to read them" CH_KEY
			    "; OPEN here, \"Dates\", says how to read them\n");
	assert_string_equal(import_pipe_rows(&pipe), "2:2 name=A\n3:3 name=B\n4:4 name=C start_date=2026-03-27\n");
	assert_string_equal(import_pipe_issues(&pipe),
			    "- list.csv row 2, column \"Start date\": \"25/03/2026\" may be day or month first; it is "
			    "left "
			    "out. Write it as 2026-03-05: year, month, day.\n"
			    "- list.csv row 3, column \"Start date\": \"03/26/2026\" may be day or month first; it is "
			    "left "
			    "out. Write it as 2026-03-05: year, month, day.\n");
	import_pipe_close(&pipe);
}

static void test_ragged_rows(void **state)
{
	struct import_pipe pipe;

	(void)state;
	open_or_fail(&pipe, "Name,Email,Area\nLee, Ann,a@x.org,West\nBob,b@x.org\nCy,c@x.org,East,,\n", NULL);
	assert_string_equal(import_pipe_rows(&pipe), "3:3 name=Bob email=b@x.org\n4:4 name=Cy email=c@x.org "
						     "location=East\n");
	assert_string_equal(import_pipe_issues(&pipe),
			    "! list.csv row 2: has 4 cells under 3 headings. Put a cell that has the delimiter in it "
			    "into "
			    "quotation marks.\n"
			    "- list.csv row 3: has only 2 cells under 3 headings; the others count as empty. Check "
			    "that its "
			    "cells stand under the right headings.\n");
	assert_int_equal(pipe.columns.rows, 3);
	assert_int_equal(pipe.findings.rejected_count, 1);
	import_pipe_close(&pipe);
}

static void test_repeated_headings_are_passed_over(void **state)
{
	struct import_pipe pipe;

	(void)state;
	open_or_fail(&pipe, "Name,Email\nAnn,a@x.org\nName, Email\nBob,b@x.org\n", NULL);
	assert_string_equal(import_pipe_rows(&pipe), "2:2 name=Ann email=a@x.org\n4:4 name=Bob email=b@x.org\n");
	assert_string_equal(import_pipe_notices(&pipe, IMPORT_TOPIC_ROWS),
			    "Row 3 repeats the headings and is passed over\n");
	assert_int_equal(pipe.columns.rows, 2);
	import_pipe_close(&pipe);
}

static void test_issues_name_the_place(void **state)
{
	struct import_pipe pipe;

	(void)state;
	open_or_fail(&pipe,
		     "Name,E-mail  Address,Notes\nZoe,z@x.org,\"two\nlines\"\nAnn,\"ann.lee@example,org\",\n"
		     "Bob,\"\x1b[2Jan address of far more than forty characters\",\n",
		     NULL);
	import_pipe_rows(&pipe);
	assert_string_equal(import_pipe_issues(&pipe),
			    "! list.csv row 3 (line 4), column \"E-mail Address\": \"ann.lee@example,org\" has a "
			    "comma where a "
			    "dot belongs. Did you mean ann.lee@example.org? Correct the cell.\n"
			    "! list.csv row 4 (line 5), column \"E-mail Address\": \"\\x1b[2Jan address of far more "
			    "than forty "
			    "ch…\" has no @. Correct the cell.\n");
	assert_string_equal(import_reason_code(pipe.findings.first_issue->reason), "bad_email");
	assert_string_equal(pipe.findings.first_issue->field, "email");
	assert_string_equal(pipe.findings.first_issue->suggestion, "ann.lee@example.org");
	import_pipe_close(&pipe);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words_that_mean_more_than_one_thing),
		cmocka_unit_test(test_every_field_is_known_by_key_and_label),
		cmocka_unit_test(test_headings_are_compared_loosely),
		cmocka_unit_test(test_questions_are_known_by_their_words),
		cmocka_unit_test(test_cells_decide_between_two_meanings),
		cmocka_unit_test(test_one_column_for_a_field),
		cmocka_unit_test(r16_what_is_left_out_is_said),
		cmocka_unit_test(test_headings_below_a_title),
		cmocka_unit_test(test_no_headings),
		cmocka_unit_test(test_maps),
		cmocka_unit_test(test_a_day_over_12_proves_the_order),
		cmocka_unit_test(test_an_order_without_proof_is_said),
		cmocka_unit_test(test_proof_of_both_orders_stops_the_column),
		cmocka_unit_test(test_ragged_rows),
		cmocka_unit_test(test_repeated_headings_are_passed_over),
		cmocka_unit_test(test_issues_name_the_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
