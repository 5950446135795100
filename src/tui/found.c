#include "tui/found.h"

#include "tui/app.h"
#include "tui/screens/report_view.h"
#include "tui/screens/screens.h"

static void open_all(struct app *app, enum ch_entity_id entity, const char *words)
{
	if (entity == CH_PERSON)
		list_push_filtered(app, people_open(app), words);
	else if (entity == CH_PAIRING)
		list_push_filtered(app, pairs_open(app), words);
	else
		list_push_filtered(app, programmes_open(app), words);
}

/* A programme is a row of its list: what is done with it is done there. */
void found_open(struct app *app, enum ch_entity_id entity, int64_t id, const char *words)
{
	if (id == 0 || entity == CH_PROGRAMME)
		open_all(app, entity, words);
	else if (entity == CH_PERSON)
		person_open(app, id, NULL);
	else
		pairing_open(app, id);
	if (id != 0 && entity == CH_PROGRAMME)
		list_go_to_id(app->top->list, id);
}

void found_open_report(struct app *app, const struct ch_report_info *info)
{
	if (info->page)
		report_page_open(app, info);
	else
		report_open(app, info, NULL);
}
