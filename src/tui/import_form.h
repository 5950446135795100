/* Asks for the spreadsheet to import, and, where there is no scheme yet, for the name of the one to be made for it. */
#ifndef TUI_IMPORT_FORM_H
#define TUI_IMPORT_FORM_H

#include "tui/desk.h"

struct import_wanted {
	const char *path;
	int64_t programme_id; /* 0: nowhere */
	int role;	      /* enum ch_role; 0: as the file says */
	const char *name;     /* of the scheme to be made; NULL unless it was asked for */
};

/*
 * `done` is told what is wanted, whose texts live only that long; refusing
 * keeps the form open, as in struct form_ops. With `asks_name` there is no
 * scheme, and so no programme to enrol in.
 */
void import_form_open(struct app *app, bool asks_name,
		      enum ch_status (*done)(struct app *app, void *data, const struct import_wanted *wanted,
					     struct ch_error *err),
		      void *data);

#endif
