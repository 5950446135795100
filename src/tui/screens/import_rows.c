#include "tui/screens/import_rows.h"

#include <string.h>

#include "chiron/text.h"
#include "tui/widgets/question.h"

bool import_rows_is_refusal(const struct ch_import_group *group)
{
	return strcmp(group->first->reason, "consent_refused") == 0;
}

static void leave_group_out(struct app *app, struct import_rows *rows)
{
	const struct ch_import_group *group = &rows->groups[rows->index];

	for (size_t i = 0; i < group->count; i++)
		import_plan_leave_out(rows->plan, group->issues[i]->row);
	rows->done(app, rows->data);
}

static void answered(struct app *app, void *data, char letter)
{
	struct import_rows *rows = data;

	if (letter == 't') {
		leave_group_out(app, rows);
	} else if (letter == 'a') {
		import_plan_leave_refused(rows->plan);
		rows->done(app, rows->data);
	}
}

void import_rows_leave_out(struct app *app, struct import_rows *rows)
{
	size_t refusals = 0;

	for (size_t i = 0; i < rows->group_count; i++)
		refusals += import_rows_is_refusal(&rows->groups[i]) ? rows->groups[i].count : 0;
	if (import_rows_is_refusal(&rows->groups[rows->index]) && refusals > 1)
		question_ask(app, "tan", answered, rows, _("Leave out [t]his row, [a]ll %zu who said no, [n]one?"),
			     refusals);
	else
		leave_group_out(app, rows);
}
