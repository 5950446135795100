/*
 * Every form that refuses says why under the field it is about and keeps all that was typed, whatever stands in its
 * fields; the command that a way out names is said as its key.
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
#include "tui/widgets/form.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* Forms that stand in no golden screen. */
static const struct golden more[] = {
	{"wish", "Programmes", programmes_open, "m R a", NULL, NULL},
	{"rule", "Programmes", programmes_open, "m R Tab a", NULL, NULL},
	{"member", "Programmes", programmes_open, "m R Tab Tab a", NULL, NULL},
	{"referral", "Pairs", pairs_open, "Enter X a", NULL, NULL},
	{"release", "Pairs", pairs_open, "Enter T a", NULL, NULL},
	{"introduction", "Pairs", pairs_open, "Enter i a", NULL, NULL},
	{"feedback at the start", "Pairs", pairs_open, "Enter B a s 1", NULL, NULL},
	{"feedback of the pulse", "Pairs", pairs_open, "Enter B a p 2", NULL, NULL},
	{"comfort check", "Pairs", pairs_open, "Enter B a c 2", NULL, NULL},
	{"feedback at the end", "Pairs", pairs_open, "Enter B a e 2", NULL, NULL},
	{"credential", "People", people_open, "G Enter v a", NULL, NULL},
};

/* What the field cannot hold; NULL: it holds whatever is typed. */
static const char *wrong_for(const struct form_field *field)
{
	switch (field->type) {
	case CH_TYPE_DATE:
		return "31 feb";
	case CH_TYPE_NUMBER:
	case CH_TYPE_MINUTES:
	case CH_TYPE_HOURS:
	case CH_TYPE_TIME:
	case CH_TYPE_INTERVAL:
		return "a lot";
	case CH_TYPE_EMAIL:
		return "nobody at all";
	case CH_TYPE_ID:
		return "Nobody Of That Name";
	default:
		return field->required ? "" : NULL;
	}
}

static bool open_one(struct scheme *s, const struct golden *one, const struct screen_ops *form_ops)
{
	app_release(&s->app);
	app_init(&s->app);
	s->c.actor = (struct ch_actor){.name = "coordinator", .channel = "test"};
	scheme_show(s, one->tab, one->open);
	if (one->over != NULL)
		one->over(&s->app);
	if (*one->keys != '\0')
		scheme_keys(s, one->keys);
	return s->app.top->ops == form_ops;
}

/* Types what is wrong into one field of the form, saves, and looks at what is said; whether it was refused. */
static bool refuses(struct scheme *s, const struct golden *one, size_t at)
{
	struct form *form = (struct form *)s->app.top;
	char *key = ch_arena_copy(&s->arena, form->entries[at].field.key);
	const char *wrong = wrong_for(&form->entries[at].field), *said;
	struct form_entry *entry;

	form_type(form, key, wrong);
	form->focus = at;
	scheme_keys(s, "Ctrl-S");
	if (s->app.top != &form->screen)
		fail_msg("%s: \"%s\" is taken for %s", one->screen, wrong, key);
	entry = form_entry_named(form, key);
	if (entry == NULL || strcmp(entry->input.text.text, wrong) != 0)
		fail_msg("%s: what was typed for %s is lost", one->screen, key);
	said = scheme_dump(s, 80, 24);
	if (entry->error.length == 0 && strstr(said, "is not right yet") == NULL &&
	    strstr(said, "is not understood") == NULL && strstr(said, "needed") == NULL && s->app.message.length == 0)
		fail_msg("%s: %s is refused without a word:\n%s", one->screen, key, said);
	return true;
}

static void every_form_says_why_and_keeps_what_was_typed(void **state)
{
	struct scheme *s = *state;
	size_t pressed = 0, count = COUNT(screens);
	const struct screen_ops *form_ops;

	scheme_show(s, "People", people_open);
	scheme_keys(s, "a");
	form_ops = s->app.top->ops;
	for (size_t i = 0; i < count + COUNT(more); i++) {
		const struct golden *one = i < count ? &screens[i] : &more[i - count];

		for (size_t at = 0; open_one(s, one, form_ops); at++) {
			const struct form *form = (const struct form *)s->app.top;

			if (at >= form->entry_count)
				break;
			if (wrong_for(&form->entries[at].field) != NULL)
				pressed += refuses(s, one, at);
			form_type((struct form *)s->app.top, form->entries[at].field.key, form->entries[at].was.text);
		}
		if (i >= count && s->app.top->ops != form_ops)
			fail_msg("%s: its keys lead to no form:\n%s", one->screen, scheme_dump(s, 80, 24));
	}
	assert_true(pressed > 60);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(every_form_says_why_and_keeps_what_was_typed, scheme_setup,
						scheme_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
