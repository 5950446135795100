/* The form that ends a pairing: what it begins with, and what it asks about. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "scheme.h"
#include "tui/screens/screens.h"
#include "tui/widgets/form.h"
#include "tui/widgets/form_parts.h"

static struct form *form_of(struct scheme *s)
{
	return (struct form *)s->app.top;
}

/* What the learner said at the comfort check stands in the form; a reason that no list has is asked for in words. */
static void an_end_begins_with_what_is_known_of_it(void **state)
{
	struct scheme *s = *state;
	struct ch_feedback comfort;
	struct ch_pairing pairing;
	struct ch_spell spell;

	ch_record_start(ch_entity_of(CH_FEEDBACK), &comfort);
	comfort.pairing_id = s->wen_chen;
	comfort.side = CH_SIDE_LEARNER;
	comfort.form = CH_FEEDBACK_COMFORT;
	comfort.fit = CH_FIT_NOT_A_FIT;
	GOOD(s, ch_feedback_record(&s->c, &comfort, &s->err));
	scheme_show(s, "Pairs", pairs_open);
	pairing_open(&s->app, s->wen_chen);
	scheme_dump(s, 80, 24);
	scheme_keys(s, "C");
	assert_string_equal(form_value(form_of(s), "closure_kind"), "ended_early");
	assert_string_equal(form_value(form_of(s), "closure_initiator"), "learner");
	assert_string_equal(form_value(form_of(s), "closure_reason"), "not_a_good_fit");
	form_set(form_of(s), "closure_reason", "other");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "the reason is other, and not said in words");
	form_set(form_of(s), "closure_note", "She found one at work");
	scheme_keys(s, "Ctrl-S");
	GOOD(s, ch_pairing_get(&s->c, s->wen_chen, &s->arena, &pairing, &s->err));
	GOOD(s, ch_spell_get(&s->c, pairing.spell_id, &s->arena, &spell, &s->err));
	assert_string_equal(spell.closure_note, "She found one at work");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(an_end_begins_with_what_is_known_of_it, scheme_setup, scheme_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
