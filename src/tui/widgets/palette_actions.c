/* What the palette offers under `:` and under `x`. */
#include <string.h>

#include "chiron/report.h"
#include "tui/desk.h"
#include "tui/widgets/palette_push.h"
#include "tui/widgets/palette_where.h"

enum {
	TAB_VALUE = COMMAND_COUNT, /* values above are numbered screens */
	REPORT_VALUE = TAB_VALUE + APP_TABS_MAX, /* values above are reports and pages */
	REPORTS_MAX = 64,
	ELSEWHERE_VALUE = -1 /* of an item that cannot be chosen */
};

static void run_chosen(struct app *app, void *data, int value)
{
	(void)data;
	app->key = K_NONE;
	if (value >= REPORT_VALUE)
		app->open_report(app, ch_report_at((size_t)(value - REPORT_VALUE)));
	else if (value >= TAB_VALUE)
		app_go(app, (size_t)(value - TAB_VALUE));
	else
		app_run(app, (enum command)value);
}

static const char *also_of(enum command command)
{
	const char *also = palette_also(command);

	return also != NULL ? _(also) : NULL;
}

/* Each by its title, the name that commands know it by, and what it is about. */
static size_t add_reports(const struct app *app, struct palette_item *items, size_t count)
{
	if (app->open_report == NULL || desk_of(app)->c->scheme == NULL || !desk_may(desk_of(app), CH_OP_REPORT))
		return count;
	for (size_t i = 0; i < ch_report_count() && i < REPORTS_MAX; i++) {
		const struct ch_report_info *info = ch_report_at(i);

		items[count++] = (struct palette_item){.label = _(info->title),
						       .help = _(info->about),
						       .also = palette_report_also(info->name),
						       .when_typed = true,
						       .kind = info->page ? _("page") : _("report"),
						       .value = REPORT_VALUE + (int)i};
	}
	return count;
}

/* With `own` only those of the screen, and of the others those that no key is the way to. */
static size_t add_offers(const struct app *app, bool own, struct palette_item *items)
{
	const struct screen *screen = app->top;
	struct offer offers[APP_OFFERS_MAX];
	size_t count = app_offers(app, screen, offers), used = 0;

	for (size_t i = 0; i < count; i++) {
		enum command command = offers[i].binding->command;
		const struct binding *bindings = screen->ops->bindings;
		bool of_screen = bindings != NULL && offers[i].binding >= bindings &&
				 offers[i].binding < bindings + screen->ops->binding_count;

		items[used] = (struct palette_item){
			.label = offer_label(&offers[i]),
			.help = offer_help(&offers[i]),
			.also = also_of(command),
			.value = (int)command,
		};
		command_key(app->keymap, command, screen->ops->context, items[used].keys);
		if ((!own || of_screen || *items[used].keys == '\0') && command != COMMAND_PALETTE &&
		    command != COMMAND_GO)
			used++;
	}
	return used;
}

static bool has_value(const struct palette_item *items, size_t count, int value)
{
	for (size_t i = 0; i < count; i++)
		if (items[i].value == value)
			return true;
	return false;
}

/* What can be done elsewhere only, and where; with what the command line alone does. */
static size_t add_elsewhere(struct palette_item *items, size_t count)
{
	size_t typed_count;
	const struct palette_typed *typed = palette_typed(&typed_count);

	for (enum command command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++) {
		const char *where = palette_where(command);

		if (where == NULL || has_value(items, count, (int)command))
			continue;
		items[count++] = (struct palette_item){.label = _(command_info(command)->label),
						       .help = _(command_info(command)->help),
						       .also = also_of(command),
						       .value = ELSEWHERE_VALUE,
						       .why = _(where)};
	}
	for (size_t i = 0; i < typed_count; i++)
		items[count++] = (struct palette_item){
			.label = _(typed[i].label), .value = ELSEWHERE_VALUE, .why = _(typed[i].command)};
	return count;
}

void palette_open(struct app *app)
{
	struct palette_item items[APP_OFFERS_MAX + APP_TABS_MAX + COMMAND_COUNT + PALETTE_TYPED_MAX + REPORTS_MAX];
	size_t count = add_offers(app, false, items);

	for (size_t i = 0; i < app->tab_count; i++) {
		items[count] = (struct palette_item){.label = _(app->tabs[i].label),
						     .help = _("Go to this screen"),
						     .value = TAB_VALUE + (int)i};
		key_to_name('1' + (uint32_t)i, items[count++].keys);
	}
	count = add_reports(app, items, add_elsewhere(items, count));
	palette_push(app, PALETTE_EVERYTHING, _("Do"), items, count, run_chosen, NULL);
}

void palette_open_own(struct app *app)
{
	struct palette_item items[APP_OFFERS_MAX];
	size_t count = add_offers(app, true, items);

	palette_push(app, PALETTE_ACTIONS, _("All actions"), items, count, run_chosen, NULL);
}
