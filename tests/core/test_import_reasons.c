/*
 * Every reason that an import can give for a row or a cell, each with a list
 * that has it: the table of reasons is walked, and one without a list fails.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/import/issue.h"
#include "scheme_fixture.h"
#include "workbook_file.h"

enum { MENTOR = 1 << CH_ROLE_MENTOR, MENTEE = 1 << CH_ROLE_MENTEE };

#define FILLER '\1' /* in a text: stands for as many cells or letters as the example says */
#define REASONS_COUNT (sizeof(codes) / sizeof(*codes))

static const char *const codes[] = {
#define X(name, code) code,
	IMPORT_REASONS(X)
#undef X
};

struct example {
	const char *code;
	enum ch_import_kind kind;
	const char *text;  /* a list; {id} is the scheme's */
	const char *fill;  /* repeated `times` in the place of FILLER */
	const char *cells; /* of a workbook, instead of a text */
	int times;
	bool suggestions; /* are taken */
	struct ch_import_mend mend;
};

#define PAIRS                                                                                                          \
	.kind = CH_IMPORT_PAIRINGS,                                                                                    \
	.text = "Mentor email,Mentee email,Mentee,Programme,Status,Started,Ended,Paired on\n"
#define SESSIONS .kind = CH_IMPORT_SESSIONS, .text = "Date,Mentor email,Mentee email,Status,Mentee attended\n"

static const struct example examples[] = {
	{"quote_not_closed", .text = "Name,Email\n\"Eli Roe,eli@example.org\nGwen Pym,gwen@example.org\n"},
	{"stray_quote", .text = "Name,Email\nEli \"Li\" Roe,eli@example.org\n"},
	{"row_too_long", .text = "Name,Email\n\1,eli@example.org\n", .fill = "12345678,", .times = 2 * 1024 * 1024},
	{"cell_too_long", .text = "Name,Email\nEli Roe\1,eli@example.org\n", .fill = "12345678", .times = 600 * 1024},
	{"too_many_columns", .text = "Name,Email\nEli Roe,eli@example.org\1\n", .fill = ",x", .times = 5000},
	{"too_many_cells", .text = "Name,Email\nEli Roe,eli@example.org,mentor\n"},
	{"too_few_cells", .text = "Name,Email,Role\nEli Roe,eli@example.org\n"},
	{"no_value", .cells = "<row r='1'><c r='A1' t='inlineStr'><is><t>Name</t></is></c>"
			      "<c r='B1' t='inlineStr'><is><t>Email</t></is></c></row>"
			      "<row r='2'><c r='A2' t='inlineStr'><is><t>Eli Roe</t></is></c>"
			      "<c r='B2'><f>A1</f></c></row>"},
	{"error_value", .text = "Name,Email,Capacity\nEli Roe,eli@example.org,#REF!\n"},
	{"other_list", .text = "Name,Email\nEli Roe,eli@example.org\nName,E-mail,Goals\n"},
	{"one_cell", .text = "Name,Email,Role,Department\nEli Roe,,,\nAda,a@e.org,mentor,\nBo,b@e.org,mentee,\n"},
	{"control_characters", .text = "Name,Email\nEli\x1b[2J Roe,eli@example.org\n"},
	{"bad_email", .text = "Name,Email\nEli Roe,eli at home\n"},
	{"email_mended", .text = "Name,Email\nEli Roe,Eli Roe <eli@example.org>\n"},
	{"suggestion_taken", .text = "Name,Email\nEli Roe,\"eli@example,org\"\n", .suggestions = true},
	{"email_unusual", .text = "Name,Email\nEli Roe,\xc3\xa9li@example.org\n"},
	{"email_domain", .text = "Name,Email\nA A,a@gmail.com\nB B,b@gmail.com\nC C,c@gmail.com\nD D,d@gmail.com\n"
				 "E E,e@gmail.com\nEli Roe,eli@gmial.com\n"},
	{"phone_zero", .text = "Name,Email,Phone\nA A,a@example.org,07700 900001\nB B,b@example.org,07700 900002\n"
			       "C C,c@example.org,07700 900003\nEli Roe,eli@example.org,7700900123\n"},
	{"name_turned", .text = "Name,Email\n\"Roe, Eli\",eli@example.org\nA A,a@example.org\nB B,b@example.org\n"},
	{"short_length", .kind = CH_IMPORT_SESSIONS,
	 .text = "Date,Mentor email,Mentee email,Length\n2026-05-01,ann@example.org,bo@example.org,45\n"
		 "2026-05-02,ann@example.org,bo@example.org,1\n"},
	{"bad_name", .text = "Name,Email\n12345,eli@example.org\n"},
	{"name_unusual", .text = "Name,Email\neli@example.org,eli@example.org\n"},
	{"said_above", .text = "Name,Email,Department\nA A,a@example.org,Care\nEli Roe,eli@example.org,ditto\n"},
	{"mangled", .text = "Name,Email\nZo\xc3\x83\xc2\xab Roe,zoe@example.org\n"},
	{"bad_phone", .text = "Name,Email,Phone\nEli Roe,eli@example.org,4.47701E+11\n"},
	{"bad_date", .text = "Name,Email,Start date\nEli Roe,eli@example.org,when it suits\n"},
	{"short_date", .text = "Name,Email,Start date\nEli Roe,eli@example.org,Sept 2026\n"},
	{"date_order", .text = "Name,Email,Start date\nA A,a@example.org,25/12/2025\nB B,b@example.org,12/25/2025\n"},
	{"bad_number", .text = "Name,Email,Capacity\nEli Roe,eli@example.org,a few\n"},
	{"number_range", .text = "Name,Email,Capacity\nEli Roe,eli@example.org,1000000\n"},
	{"bad_hours", .text = "Name,Email,Hours per month\nEli Roe,eli@example.org,evenings\n"},
	{"bad_role", .text = "Name,Email,Programme role\nEli Roe,eli@example.org,treasurer\n"},
	{"bad_yes_no", .text = "Name,Email,Mentor?\nEli Roe,eli@example.org,perhaps\nA A,a@example.org,yes\n"
			       "B B,b@example.org,no\n"},
	{"bad_choice", .text = "name,email,contact_preference\nEli Roe,eli@example.org,pigeon\n"},
	{"too_long", .text = "Name,Email,Department\nEli Roe,eli@example.org,\1\n", .fill = "x", .times = 2000},
	{"no_name", .text = "Name,Email\n,eli@example.org\n"},
	{"repeated", .text = "Name,Email,Department\nEli Roe,eli@example.org,North\nEli Roe,eli@example.org,South\n"},
	{"kept_apart", .text = "Name,Email,Who should you NOT be matched with?\nEli Roe,eli@example.org,Ann Lee\n"},
	{"consent_refused", .text = "Name,Email,GDPR consent\nEli Roe,eli@example.org,no\n"},
	{"near_name", .text = "Name,Email\nAnne Lee,anne@example.org\n"},
	{"shared_phone", .text = "Name,Email,Phone\nJon Fry,a@example.org,07700 900001\nJonathan Fry,b@example.org,"
				 "07700900001\n"},
	{"joined", .text = "Name,Email\nJon Fry,a@example.org\nJon Fry,b@example.org\n",
	 .mend = {.row = 3, .column = "person", .to = "row 2"}},
	{"said_left", .text = "Name,Email,Active\nEli Roe,eli@example.org,No\n"},
	{"same_name", .text = "Name,Email\nAnn Lee,other@example.org\n"},
	{"name_changed", .text = "Name,Email\nGwen Pym,ann@example.org\n"},
	{"was_erased", .text = "Name,Email\nFay Oram,fay@example.org\n"},
	{"near_date", CH_IMPORT_CREDENTIALS,
	 .text = "Email,Kind,What,Done\nann@example.org,training,Induction,2026-03-05\n"
	 "ann@example.org,training,Induction,2026-03-06\n"},
	{"other_person", .text = "scheme_id,person_id,name,email\n{id},1,Ann Lee,bo@example.org\n"},
	{"own_manager", .text = "Name,Email,Line manager email\nEli Roe,eli@example.org,eli@example.org\n"},
	{"manager_loop", .text = "Name,Email,Line manager email\nEli Roe,eli@example.org,gwen@example.org\n"
				 "Gwen Pym,gwen@example.org,eli@example.org\n"},
	{"unknown_person", PAIRS "ann@example.org,nobody@example.org,,,,,,\n"},
	{"ambiguous_person", PAIRS "ann@example.org,,Bo Vega,,,,,\n"},
	{"same_person", PAIRS "ann@example.org,ann@example.org,,,,,,\n"},
	{"no_person", PAIRS "ann@example.org,,,,,,,\n"},
	{"no_programme", PAIRS "dai@example.org,bo@example.org,,No Such,,,,\n"},
	{"future_date", PAIRS "dai@example.org,,Cai Yu,,,2026-09-01,2027-03-01,\n"},
	{"no_pairing", SESSIONS "2026-11-02,dai@example.org,bo@example.org,,yes\n"},
	{"other_way_round", SESSIONS "2026-11-02,bo@example.org,ann@example.org,,yes\n"},
	{"no_date", SESSIONS ",ann@example.org,bo@example.org,,yes\n"},
	{"dates_disagree", PAIRS "dai@example.org,,Cai Yu,,,2024-09-01,2024-03-01,\n"},
	{"against_rule", PAIRS "ann@example.org,,Cai Yu,,,2026-09-01,,\ndai@example.org,,Cai Yu,,,2026-09-02,,\n"},
	{"already_known", PAIRS "ann@example.org,bo@example.org,,,,,,2020-02-03\n"},
	{"not_stored", .text = "Name,Email,Qualifications\nEli Roe,eli@example.org,\1\n", .fill = "x", .times = 2000},
};

static const char *path_of(struct scheme_fixture *f, const struct example *example, const char *scheme_id)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;

	if (example->cells != NULL) {
		FILE *file = workbook_file_xlsx(
			ch_arena_printf(&f->arena, "<sheetData>%s</sheetData>", example->cells), NULL);
		char block[4096];
		size_t got;
		while ((got = fread(block, 1, sizeof(block), file)) > 0)
			ch_buffer_add_bytes(&out, block, got);
		fclose(file);
	}
	for (const char *at = example->cells == NULL ? example->text : ""; *at != '\0'; at++) {
		if (strncmp(at, "{id}", 4) == 0) {
			ch_buffer_add(&out, scheme_id);
			at += 3;
		} else if (*at != FILLER) {
			ch_buffer_add_char(&out, *at);
		}
		for (int i = 0; *at == FILLER && i < example->times; i++)
			ch_buffer_add(&out, example->fill);
	}
	const char *path = temp_dir_file(f->dir, example->cells == NULL ? "list.csv" : "list.xlsx");
	FILE *file = fopen(path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(out.text, 1, out.length, file), out.length);
	assert_int_equal(fclose(file), 0);
	ch_buffer_release(&out);
	return path;
}

/* Whether importing the example gives its reason; what it gave instead is said. */
static bool gives_reason(struct scheme_fixture *f, const struct example *example, const char *scheme_id)
{
	struct ch_import_options options = {.kind = example->kind,
					    .path = path_of(f, example, scheme_id),
					    .take_suggestions = example->suggestions,
					    .mends = &example->mend,
					    .mend_count = example->mend.column != NULL,
					    .dry_run = true};
	struct ch_import_result result;

	f->err = CH_NO_ERROR;
	ch_import(&f->c, &options, &f->arena, &result, &f->err);
	for (size_t i = 0; i < result.issue_count; i++)
		if (strcmp(result.issues[i].reason, example->code) == 0)
			return true;
	print_error("%s is not given, but: %s\n", example->code, f->err.message);
	for (size_t i = 0; i < result.issue_count; i++)
		print_error("  row %lld: %s: %s\n", (long long)result.issues[i].row, result.issues[i].reason,
			    result.issues[i].message);
	return false;
}

static void every_reason_has_a_list_that_gives_it(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_scheme_settings settings;
	int64_t programme = scheme_programme(f, "Back to Work", CH_KIND_MENTORING);
	int64_t ann = scheme_person(f, "Ann Lee", "ann@example.org", MENTOR, "finance", NULL, 1);
	int64_t bo = scheme_person(f, "Bo Vega", "bo@example.org", MENTEE, NULL, "finance", CH_UNKNOWN);
	bool all = true;

	scheme_person(f, "Bo Vega", "other.bo@example.org", MENTEE, NULL, "finance", CH_UNKNOWN);
	scheme_person(f, "Dai Evans", "dai@example.org", MENTOR, "finance", NULL, 1);
	scheme_person(f, "Cai Yu", NULL, MENTEE, NULL, "finance", CH_UNKNOWN);
	scheme_start(f, scheme_pairing(f, programme, ann, bo));
	GOOD(f, ch_person_erase(&f->c, scheme_person(f, "Fay Oram", "fay@example.org", MENTEE, NULL, NULL, CH_UNKNOWN),
				false, &f->arena, &(struct ch_erased){0}, &f->err));
	GOOD(f, ch_scheme_settings_get(&f->c, &f->arena, &settings, &f->err));
	for (size_t i = 0; i < REASONS_COUNT; i++) {
		size_t found = 0;

		for (size_t e = 0; e < sizeof(examples) / sizeof(*examples); e++) {
			if (strcmp(examples[e].code, codes[i]) != 0)
				continue;
			all &= gives_reason(f, &examples[e], settings.scheme_id);
			found++;
		}
		if (found == 0)
			print_error("no list gives the reason %s\n", codes[i]);
		all &= found > 0;
	}
	assert_true(all);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(every_reason_has_a_list_that_gives_it, scheme_setup, scheme_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
