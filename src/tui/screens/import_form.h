/*
 * Asks for the spreadsheet to import and what its rows are, and, where there is
 * no scheme yet, for the name of the one to be made for it. How the file is
 * read - sheet, row of headings, encoding, delimiter, dates - is found out and
 * shown beside each field as one types; what is typed there overrules it.
 */
#ifndef TUI_IMPORT_FORM_H
#define TUI_IMPORT_FORM_H

#include "chiron/exchange.h"
#include "tui/desk.h"

struct import_wanted {
	struct ch_import_options options; /* kind, file, programme, role, and how it is read */
	const char *name;		  /* of the scheme to be made; NULL unless it was asked for */
};

/*
 * `done` is told what is wanted, whose texts live only that long; refusing
 * keeps the form open, as in struct form_ops. The form begins with `options`,
 * of which NULL says nothing but "people"; with `asks_name` there is no scheme,
 * so nothing to enrol in, and the rows are people.
 */
void import_form_open(struct app *app, bool asks_name, const struct ch_import_options *options,
		      enum ch_status (*done)(struct app *app, void *data, const struct import_wanted *wanted,
					     struct ch_error *err),
		      void *data);

#endif
