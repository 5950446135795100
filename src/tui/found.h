/* Where what the palette finds by its name is shown. */
#ifndef TUI_FOUND_H
#define TUI_FOUND_H

#include "chiron/field.h"

struct app;

/* For app->open_found. */
void found_open(struct app *app, enum ch_entity_id entity, int64_t id, const char *words);

struct ch_report_info;

/* For app->open_report: a report or a page. */
void found_open_report(struct app *app, const struct ch_report_info *info);

#endif
