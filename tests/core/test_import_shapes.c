/*
 * What real rosters look like as a whole, kind of trouble by kind of trouble:
 * their bytes, their lines, their rows. What each row gives is stated, and a
 * part of what is said. Workbooks: test_import_workbook.c; files that are
 * something else: test_import_text.c.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/text.h"
#include "import_pipe.h"

struct list {
	const char *called;
	const char *bytes;
	size_t length;
	const char *rows; /* "row:line field=value ..." */
	const char *said; /* a part of it; NULL: nothing is wrong with any row */
	enum import_encoding encoding;
};

#define BYTES(literal) .bytes = (literal), .length = sizeof(literal) - 1
#define ANN "2:2 name=Ann Lee email=ann@example.org\n"

static const struct list encodings[] = {
	{"UTF-8", BYTES("Name,Email\nZoë,z@example.org\n"), "2:2 name=Zoë email=z@example.org\n", "The text is UTF-8"},
	{"Excel's \"CSV UTF-8\"", BYTES("\xef\xbb\xbfName,Email\r\nZoë,z@example.org\r\n"),
	 "2:2 name=Zoë email=z@example.org\n", "with a byte order mark"},
	{"Excel's \"CSV\" in western Europe", BYTES("Name;Email\r\nZo\xeb;z@example.org\r\n"),
	 "2:2 name=Zoë email=z@example.org\n", "is read as Windows-1252, as Excel saves CSV in western Europe"},
	{"Excel's \"CSV\" in central Europe", BYTES("Name;Email\r\n\xa3ukasz;l@example.org\r\n"),
	 "2:2 name=Łukasz email=l@example.org\n", "as asked for", IMPORT_WINDOWS_1250},
	{"Excel's \"CSV\" in eastern Europe", BYTES("Name;Email\r\n\xc0\xed\xed\xe0;a@example.org\r\n"),
	 "2:2 name=Анна email=a@example.org\n", "as asked for", IMPORT_WINDOWS_1251},
	{"Excel's \"CSV (Macintosh)\", MacRoman and CR", BYTES("Name,Email\rZo\x91,z@example.org\r"),
	 "2:2 name=Zoë email=z@example.org\n", "as asked for", IMPORT_MACINTOSH},
	{"the same, not asked for", BYTES("Name,Email\rAnn\x91,z@example.org\r"), "2:2 name=Annë email=z@example.org\n",
	 "is read as Macintosh"},
	{"Excel's \"Unicode Text\"",
	 BYTES("\xff\xfeN\0a\0m\0e\0\t\0E\0m\0a\0i\0l\0\r\0\n\0Z\0o\0\xeb\0\t\0z\0@\0x\0.\0o\0r\0g\0\r\0\n\0"),
	 "2:2 name=Zoë email=z@x.org\n", "which Excel calls \"Unicode Text\""},
	{"the same without its mark",
	 BYTES("N\0a\0m\0e\0\t\0E\0m\0a\0i\0l\0\n\0A\0n\0n\0\t\0a\0@\0x\0.\0o\0r\0g\0\n\0"),
	 "2:2 name=Ann email=a@x.org\n", "by the NUL bytes between its letters"},
	{"two encodings in one file", BYTES("Name,Email\nZoë,z@x.org\nChloë,c@x.org\nRenée,r@x.org\nZo\xeb,y@x.org\n"),
	 "2:2 name=Zoë email=z@x.org\n3:3 name=Chloë email=c@x.org\n4:4 name=Renée email=r@x.org\n5:5 name=Zoë "
	 "email=y@x.org\n",
	 "as when two lists were joined"},
	{"mojibake already inside", BYTES("Name,Email\nZo\xc3\x83\xc2\xab,z@x.org\n"), "2:2 name=ZoÃ« email=z@x.org\n",
	 "Did you mean Zoë?"},
	{"cut in mid-character", BYTES("Name,Area,Email\nZoë,Aberyst,z@x.org\nAnn,Abertaw\xc3"),
	 "2:2 name=Zoë location=Aberyst email=z@x.org\n3:3 name=Ann location=Abertaw\ufffd\n",
	 "ends in the middle of a character"},
};

static const struct list lines[] = {
	{"CRLF", BYTES("Name,Email\r\nAnn Lee,ann@example.org\r\n"), ANN},
	{"LF", BYTES("Name,Email\nAnn Lee,ann@example.org\n"), ANN},
	{"CR", BYTES("Name,Email\rAnn Lee,ann@example.org\r"), ANN},
	{"mixed", BYTES("Name,Email\r\nAnn Lee,ann@example.org\nBob,b@x.org\r"), ANN "3:3 name=Bob email=b@x.org\n"},
	{"no end of the last line", BYTES("Name,Email\nAnn Lee,ann@example.org"), ANN},
	{"semicolons, where the comma is the decimal sign",
	 BYTES("Name;Email;Hours per month\nAnn Lee;ann@example.org;2,5\n"),
	 "2:2 name=Ann Lee email=ann@example.org hours_per_month=2.5\n"},
	{"tabs", BYTES("Name\tEmail\nAnn Lee\tann@example.org\n"), ANN},
	{"bars", BYTES("Name|Email\nAnn Lee|ann@example.org\n"), ANN},
	{"sep=;", BYTES("sep=;\r\nName;Email\r\nAnn Lee;ann@example.org\r\n"),
	 "2:3 name=Ann Lee email=ann@example.org\n"},
	{"line breaks in cells", BYTES("Name,Email,Notes\nAnn Lee,ann@example.org,\"one\r\ntwo\"\nBob,b@x.org,\n"),
	 "2:2 name=Ann Lee email=ann@example.org notes=one\ntwo\n3:4 name=Bob email=b@x.org\n"},
	{"a comma file full of semicolons", BYTES("Name,Email,Expertise\nAnn Lee,ann@example.org,a;b;c;d;e\n"),
	 "2:2 name=Ann Lee email=ann@example.org offers=a; b; c; d; e\n"},
};

static const struct list rows[] = {
	{"a row with a cell too few", BYTES("Name,Email,Area\nAnn Lee,ann@example.org\n"), ANN,
	 "has only 2 cells under 3 headings"},
	{"a row with a cell too many", BYTES("Name,Email\nLee, Ann,ann@example.org\nBob,b@x.org\n"),
	 "3:3 name=Bob email=b@x.org\n", "has 3 cells under 2 headings"},
	{"empty cells too many", BYTES("Name,Email\nAnn Lee,ann@example.org,,,\n"), ANN},
	{"300 rows of commas", BYTES("Name,Email\nAnn Lee,ann@example.org\n,\n,\n,\n,\n,\n,\n,\n"), ANN},
	{"rows are counted as the spreadsheet counts them", BYTES("Name,Email\n\n,\nAnn Lee,ann@example.org\n"),
	 "4:4 name=Ann Lee email=ann@example.org\n"},
	{"nameless columns", BYTES("Name,,Email,\nAnn Lee,x,ann@example.org,y\n"), ANN,
	 "Column 2 is left out: it has no heading"},
	{"the same heading twice", BYTES("Name,Email,Email\nAnn Lee,ann@example.org,a2@example.org\n"), ANN,
	 "is left out: another column is surer to hold the same"},
	{"title rows", BYTES("Mentoring at Riverside,\nAs of March 2026,\nName,Email\nAnn Lee,ann@example.org\n"),
	 "4:4 name=Ann Lee email=ann@example.org\n", "Headings are in row 3"},
	{"totals at the end", BYTES("Name,Email,Capacity\nAnn Lee,ann@example.org,2\nTotal,,2\n"),
	 "2:2 name=Ann Lee email=ann@example.org capacity=2\n", "(\"Total\") is about no person"},
	{"totals with a count", BYTES("Name,Email,Capacity\nAnn Lee,ann@example.org,2\nTotal: 1,,2\n"),
	 "2:2 name=Ann Lee email=ann@example.org capacity=2\n", "is about no person"},
	{"CONFIDENTIAL at the end", BYTES("Name,Email\nAnn Lee,ann@example.org\nCONFIDENTIAL,\n"), ANN,
	 "is about no person"},
	{"rows of sections", BYTES("Name,Email,Role,Area\nMentors,,,\nAnn Lee,ann@example.org,Mentor,West\n"),
	 "3:3 name=Ann Lee email=ann@example.org roles=mentor location=West\n", "(\"Mentors\") is about no person"},
	{"the heading again in mid-file", BYTES("Name,Email\nAnn Lee,ann@example.org\nName,Email\nBob,b@x.org\n"),
	 ANN "4:4 name=Bob email=b@x.org\n", "Row 3 repeats the headings"},
	{"two rows of headings",
	 BYTES("Person,,Contact,\nFirst name,Last name,Email,Phone\nAnn,Lee,ann@example.org,1\n"),
	 "3:3 first_name=Ann last_name=Lee email=ann@example.org phone=1\n", "Headings are in row 2"},
	{"drop-down defaults in otherwise empty rows",
	 BYTES("Name,Email,Role\nAnn Lee,ann@example.org,Mentor\n,,Mentor\n,,Mentor\n"),
	 "2:2 name=Ann Lee email=ann@example.org roles=mentor\n", "hold only what is filled in beforehand"},
	{"a quotation mark that is not closed", BYTES("Name,Email\n\"Bob,b@x.org\nCy,c@x.org\n"),
	 "3:3 name=Cy email=c@x.org\n", "has a quotation mark that is not closed"},
	{"a NUL", BYTES("Name,Email\nA\0nn,ann@example.org\nBob Cox,bob@example.org\n"),
	 "2:2 name=A\ufffdnn email=ann@example.org\n3:3 name=Bob Cox email=bob@example.org\n", "1 NUL byte"},
};

static const struct list columns[] = {
	{"mentor and mentee in two yes/no columns",
	 BYTES("Name,Email,Mentor?,Mentee?\nAnn,a@x.org,Y,N\nBob,b@x.org,–,✓\nCy,c@x.org,x,x\n"),
	 "2:2 name=Ann email=a@x.org roles=mentor\n3:3 name=Bob email=b@x.org roles=mentee\n"
	 "4:4 name=Cy email=c@x.org roles=mentor roles=mentee\n"},
	{"neither yes nor no is asked about", BYTES("Name,Email,Mentor?\nAnn,a@x.org,Yes\nBob,b@x.org,perhaps\n"),
	 "2:2 name=Ann email=a@x.org roles=mentor\n3:3 name=Bob email=b@x.org\n", "is neither yes nor no"},
	{"E-mail holds \"anonymous\" while the question has the address",
	 BYTES("ID,Start time,Completion time,Email,Name,What is your email address?\n"
	       "1,5/3/26 9:01,5/3/26 9:05,anonymous,Ann,a@x.org\n"),
	 "2:2 own_key=1 name=Ann email=a@x.org\n"},
	{"an address under a heading that nobody can know",
	 BYTES("EMPLID,FIRST_NAME,LAST_NAME,ADDR_3_TXT,ADDR_4_TXT\n1,Ann,Lee,,h@x.org\n2,Bo,Vega,b@x.org,v@x.org\n"),
	 "2:2 own_key=1 first_name=Ann last_name=Lee email=h@x.org\n"
	 "3:3 own_key=2 first_name=Bo last_name=Vega email=v@x.org\n",
	 "Column \"ADDR_4_TXT\" is taken for E-mail by its cells"},
	{"headings as a system calls its fields",
	 BYTES("MemberID,FirstName,LastName,EmailAddress,MaxMentees\n7,Ann,Lee,a@x.org,2\n"),
	 "2:2 own_key=7 first_name=Ann last_name=Lee email=a@x.org capacity=2\n"},
	{"whose it is, in another language than the rest",
	 BYTES("Name,Email,Votre ville,My skills\nAnn,a@x.org,Lyon,Excel\n"),
	 "2:2 name=Ann email=a@x.org location=Lyon offers=Excel\n"},
	{"roles by the cells, where no heading says it",
	 BYTES("Name,Email,Stream (2026)\nAnn,a@x.org,Mentor\nBob,b@x.org,Mentee\n"),
	 "2:2 name=Ann email=a@x.org roles=mentor\n3:3 name=Bob email=b@x.org roles=mentee\n",
	 "Column \"Stream (2026)\" is taken for Roles by its cells"},
	{"yes with thanks, and no", BYTES("Name,Email,Mentor?\nAnn,a@x.org,Yes please\nBob,b@x.org,no thanks\n"),
	 "2:2 name=Ann email=a@x.org roles=mentor\n3:3 name=Bob email=b@x.org\n"},
	{"yes with a remark is asked about", BYTES("Name,Email,Mentor?\nAnn,a@x.org,Y\nBob,b@x.org,Yes - from June\n"),
	 "2:2 name=Ann email=a@x.org roles=mentor\n3:3 name=Bob email=b@x.org\n", "Did you mean yes?"},
	{"when somebody can is not whether",
	 BYTES("Name,Email,Availability\nAnn,a@x.org,Tues eve\nBob,b@x.org,weekends\n"),
	 "2:2 name=Ann email=a@x.org meeting_times=Tues eve\n3:3 name=Bob email=b@x.org meeting_times=weekends\n",
	 "is taken for Can meet by its cells"},
	{"many columns of a personnel system",
	 BYTES("Name,Email,REG_TEMP,FLSA,STEP,STD_HOURS,JOBCODE\nAnn,a@x.org,R,1,1,37,J1\n"),
	 "2:2 name=Ann email=a@x.org\n",
	 "5 columns are left out, since their headings are not known: \"REG_TEMP\", \"FLSA\", \"STEP\", \"STD_HOURS\", "
	 "\"JOBCODE\""},
	{"a rating is never brought in", BYTES("Name,Email,LAST_REVIEW_RATING\nAnn,a@x.org,4\n"),
	 "2:2 name=Ann email=a@x.org\n", "is left out: it looks like a rating of performance"},
	{"a form that asks in the second person",
	 BYTES("Zeitstempel,Wie heißt du?,Deine E-Mail,Wobei könntest du helfen?,Was möchtest du lernen?\n"
	       "1,Ann,a@x.org,Excel,Recht\n"),
	 "2:2 name=Ann email=a@x.org offers=Excel seeks=Recht\n"},
	{"both, in Spanish",
	 BYTES("Nombre y apellidos,Correo,¿Quieres ser mentor/a o mentorado/a?\nAnn,a@x.org,Ambas cosas\n"),
	 "2:2 name=Ann email=a@x.org roles=mentor; mentee\n"},
	{"a time stamp is not the start date", BYTES("Timestamp,Name,Email\n2026/02/03 9:10:07 am GMT,Ann,a@x.org\n"),
	 "2:2 name=Ann email=a@x.org\n", "\"Timestamp\" is left out: the form made it"},
	{"a grade is apart from the job", BYTES("Name,Email,Job title,Grade\nAnn,a@x.org,Buyer,7\n"),
	 "2:2 name=Ann email=a@x.org job_title=Buyer grade=7\n"},
	{"grades in words are no numbers", BYTES("Name,Email,Grade\nAnn,a@x.org,HEO\nBob,b@x.org,G7\nCy,c@x.org,7\n"),
	 "2:2 name=Ann email=a@x.org\n3:3 name=Bob email=b@x.org\n4:4 name=Cy email=c@x.org\n",
	 "is left out: its grades are words or codes"},
	{"grades that nobody has", BYTES("Name,Email,Grade\nAnn,a@x.org,\n"), "2:2 name=Ann email=a@x.org\n",
	 "\"Grade\" is taken for Grade by its cells"},
	{"a grade beside its word", BYTES("Name,Email,Pay grade\nAnn,a@x.org,Band 6\n"),
	 "2:2 name=Ann email=a@x.org grade=6\n"},
	{"availability in numbers says how many hours",
	 BYTES("Name,Email,Disponibilité\nAnn,a@x.org,4\nBob,b@x.org,up to 3\n"),
	 "2:2 name=Ann email=a@x.org hours_per_month=4\n3:3 name=Bob email=b@x.org hours_per_month=3\n"},
	{"a question about days", BYTES("Name,Email,Which days are you free?\nAnn,a@x.org,Monday;Friday\n"),
	 "2:2 name=Ann email=a@x.org meeting_times=Monday; Friday\n"},
	{"whether details may be shared is consent",
	 BYTES("Name,Email,Are you happy for us to share your details with your match?,Photo consent\n"
	       "Ann,a@x.org,Yes,No\n"),
	 "2:2 name=Ann email=a@x.org\n", "consent is not brought in from a list"},
	{"a Welsh first name beside the family name", BYTES("Enw,Cyfenw,E-bost\nIolo,ap Gwilym,i@x.org\n"),
	 "2:2 first_name=Iolo last_name=ap Gwilym email=i@x.org\n"},
	{"a scheme is no mark of chiron's, but what they take part in",
	 BYTES("Name,Email,Scheme\nAnn,a@x.org,Mentoring\n"),
	 "2:2 name=Ann email=a@x.org programme=Mentoring\n", "\"Scheme\" is read as programme to enrol in"},
	{"a title is Dr beside the job title", BYTES("Title,Name,Email,Job title\nDr,Ann,a@x.org,Buyer\n"),
	 "2:2 name=Ann email=a@x.org job_title=Buyer\n"},
	{"the address in a column of user names", BYTES("Username,Name\na@x.org,Ann\n"),
	 "2:2 email=a@x.org name=Ann\n"},
	{"dates with the day first, as one of them proves",
	 BYTES("Name,Email,Start date\nAnn,a@x.org,05/03/2026\nBob,b@x.org,20/06/2026\n"),
	 "2:2 name=Ann email=a@x.org start_date=2026-03-05\n3:3 name=Bob email=b@x.org start_date=2026-06-20\n",
	 "are read day first, as in 20/06/2026"},
	{"dates with the month first, as one of them proves",
	 BYTES("Name,Email,Start date\nAnn,a@x.org,05/03/2026\nBob,b@x.org,06/20/2026\n"),
	 "2:2 name=Ann email=a@x.org start_date=2026-05-03\n3:3 name=Bob email=b@x.org start_date=2026-06-20\n",
	 "are read month first, as in 06/20/2026"},
	{"a day that does not exist proves no order",
	 BYTES("Name,Email,Start date\nAnn,a@x.org,31/02/2026\nBob,b@x.org,04/05/2026\nCy,c@x.org,13/05/2026\n"),
	 "2:2 name=Ann email=a@x.org\n3:3 name=Bob email=b@x.org start_date=2026-05-04\n"
	 "4:4 name=Cy email=c@x.org start_date=2026-05-13\n",
	 "are read day first, as in 13/05/2026"},
	{"dates that prove nothing: the language of the headings",
	 BYTES("Vorname,Nachname,E-Mail,Startdatum\nAnn,Lee,a@x.org,05.03.2026\n"),
	 "2:2 first_name=Ann last_name=Lee email=a@x.org start_date=2026-03-05\n", "though none of them proves it"},
	{"proof of both orders", BYTES("Name,Email,Start date\nAnn,a@x.org,25/03/2026\nBob,b@x.org,03/26/2026\n"),
	 "2:2 name=Ann email=a@x.org\n3:3 name=Bob email=b@x.org\n", "are left out: 25/03/2026 has the day first"},
	{"a lost leading zero", BYTES("Name,Email,Phone\nAnn,a@x.org,07700900123\nBob,b@x.org,7700900124\n"),
	 "2:2 name=Ann email=a@x.org phone=07700900123\n3:3 name=Bob email=b@x.org phone=7700900124\n",
	 "may have lost its first 0"},
	{"a near miss of a domain that many in the file have",
	 BYTES("Name,Email\nA,a@kestrel.example\nB,b@kestrel.example\nC,c@kestrel.example\nD,d@kestrel.example\n"
	       "E,e@kestrel.example\nF,f@kestrl.example\n"),
	 "2:2 name=A email=a@kestrel.example\n3:3 name=B email=b@kestrel.example\n4:4 name=C email=c@kestrel.example\n"
	 "5:5 name=D email=d@kestrel.example\n6:6 name=E email=e@kestrel.example\n"
	 "7:7 name=F email=f@kestrl.example\n",
	 "Did you mean f@kestrel.example?"},
};

/* All that was said, decisions and issues. */
static const char *all_said(struct import_pipe *pipe)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;

	for (const struct import_notice *notice = pipe->findings.first_notice; notice; notice = notice->next)
		ch_buffer_printf(&out, "%s\n", notice->text);
	ch_buffer_add(&out, import_pipe_issues(pipe));
	const char *copy = ch_arena_copy(&pipe->arena, out.text);

	ch_buffer_release(&out);
	return copy;
}

static bool is_as_told(const struct list *list)
{
	static const struct import_columns_options none = {.map_count = 0};
	struct ch_error err = CH_NO_ERROR;
	struct import_pipe pipe;
	const char *rows_read = "", *said = "";

	import_pipe_bytes(&pipe, list->bytes, list->length, list->encoding);
	bool opened = import_columns_begin(&pipe.columns, &pipe.records.source, &pipe.lexicon, &none, &pipe.arena,
					   &pipe.findings, &err) == CH_OK;
	if (opened)
		rows_read = import_pipe_rows(&pipe);
	said = opened ? all_said(&pipe) : err.message;
	bool as_told = opened && strcmp(rows_read, list->rows) == 0 &&
		       (list->said ? strstr(said, list->said) != NULL : *import_pipe_issues(&pipe) == '\0');

	if (!as_told)
		print_error("%s:\n%s\nsaid:\n%s\n", list->called, rows_read, said);
	import_pipe_close(&pipe);
	return as_told;
}

static void expect(const struct list *lists, size_t count)
{
	size_t others = 0;

	for (size_t i = 0; i < count; i++)
		others += !is_as_told(&lists[i]);
	assert_int_equal(others, 0);
}

#define TEST_OF(list)                                                                                                  \
	static void test_##list(void **state)                                                                          \
	{                                                                                                              \
		(void)state;                                                                                           \
		expect((list), sizeof(list) / sizeof((list)[0]));                                                      \
	}

TEST_OF(encodings)
TEST_OF(lines)
TEST_OF(rows)
TEST_OF(columns)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_encodings),
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_columns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
