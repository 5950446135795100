/*
 * What the help claims of each key is true on every screen: a key that stands there is handled, whatever the row, and
 * is not refused as one that does nothing or does not fit.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "every_screen.h"
#include "scheme.h"

enum { SCREENS_MAX = 128 };

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void press(struct scheme *s, const char *keys)
{
	while (*keys != '\0') {
		size_t length = strcspn(keys, " ");
		struct event event = {.type = EVENT_KEY, .key = key_named(keys, length)};

		app_handle(&s->app, &event);
		keys += length + strspn(keys + length, " ");
	}
}

static void show(struct scheme *s, const struct golden *golden)
{
	app_release(&s->app);
	app_init(&s->app);
	s->c.actor = (struct ch_actor){.name = "coordinator", .channel = "test"};
	scheme_show(s, golden->tab, golden->open);
	if (golden->over != NULL)
		golden->over(&s->app);
	scheme_dump(s, 80, 24);
	press(s, golden->keys);
	scheme_dump(s, 80, 24);
}

/* Whether the screen was walked already: many rows of the table lead to the same one. */
static bool is_seen(const struct screen_ops *ops, const struct screen_ops **seen, size_t *count)
{
	for (size_t i = 0; i < *count; i++)
		if (seen[i] == ops)
			return true;
	if (*count < SCREENS_MAX)
		seen[(*count)++] = ops;
	return false;
}

static void is_handled(struct scheme *s, const struct golden *golden, const struct offer *offer)
{
	enum command command = offer->binding->command;
	char key[KEY_NAME_SIZE], refused[64];
	bool withstood = command == COMMAND_FORBID; /* by the pin that the key before it set */

	if (command == COMMAND_JOIN && strcmp(golden->screen, "people-merge") == 0)
		return; /* who is made one is no longer two for the keys that follow */
	show(s, golden);
	if (*command_key(NULL, command, s->app.top->ops->context, key) == '\0' || s->app.question.answer != NULL ||
	    s->app.prompt.spec != NULL)
		return;
	ch_buffer_clear(&s->app.message);
	press(s, key);
	snprintf(refused, sizeof(refused), "%s does nothing here", key);
	if (strstr(s->app.message.text, refused) != NULL || (strncmp(s->app.message.text, "! ", 2) == 0 && !withstood))
		fail_msg("%s: %s (%s): %s", golden->screen, key, command_info(command)->label, s->app.message.text);
}

static void every_key_of_the_help_is_handled(void **state)
{
	const struct screen_ops *seen[SCREENS_MAX];
	struct scheme *s = *state;
	size_t walked = 0, keys = 0;

	for (size_t i = 0; i < COUNT(screens); i++) {
		struct offer offers[APP_OFFERS_MAX];
		size_t count;

		show(s, &screens[i]);
		if (is_seen(s->app.top->ops, seen, &walked))
			continue;
		count = app_offers(&s->app, s->app.top, offers);
		for (size_t j = 0; j < count; j++)
			is_handled(s, &screens[i], &offers[j]);
		keys += count;
	}
	assert_true(walked > 20);
	assert_true(keys > 500);
}

/* A command that is called something else here also does something else, which its own line would not tell. */
static void every_line_of_the_help_fits_the_menu(void **state)
{
	enum { MENU_CELLS = 42 }; /* beside the labels and keys, in a window of 80 cells */
	struct scheme *s = *state;

	for (size_t i = 0; i < COUNT(screens); i++) {
		struct offer offers[APP_OFFERS_MAX];
		size_t count;

		show(s, &screens[i]);
		if ((s->app.top->ops->context & IN_FORM) != 0)
			continue;
		count = app_offers(&s->app, s->app.top, offers);
		for (size_t j = 0; j < count; j++) {
			const struct binding *binding = offers[j].binding;

			if (strlen(offer_help(&offers[j])) > MENU_CELLS)
				fail_msg("%s: too long for the menu: %s", screens[i].screen, offer_help(&offers[j]));
			if (binding->label != NULL && binding->help == NULL)
				fail_msg("%s: %s says in no line what it does here", screens[i].screen, binding->label);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(every_key_of_the_help_is_handled, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(every_line_of_the_help_fits_the_menu, scheme_setup, scheme_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
