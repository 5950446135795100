/*
 * The table of criteria, made of include/chiron/criterion.def.
 */
#include "chiron/criterion.h"

#include <string.h>

#include "chiron/programme.h"
#include "model/choices.h"

enum { HARD = true, SOFT = false };

static const struct ch_criterion_info criteria[CH_CRITERION_COUNT] = {
#define CRITERION(name, code_text, strength, label_text, compares_text, in_mentoring, in_coaching, most, rules_text)   \
	[CH_CRITERION_##name] = {.code = code_text,                                                                    \
				 .label = label_text,                                                                  \
				 .compares = compares_text,                                                            \
				 .rules = rules_text,                                                                  \
				 .hard = strength,                                                                     \
				 .mentoring = in_mentoring,                                                            \
				 .coaching = in_coaching,                                                              \
				 .most_in_coaching = most},
#include "chiron/criterion.def"
#undef CRITERION
};

const struct ch_criterion_info *ch_criterion_info(enum ch_criterion criterion)
{
	return criterion > CH_NO_CRITERION && criterion < CH_CRITERION_COUNT ? &criteria[criterion] : NULL;
}

enum ch_criterion ch_criterion_named(const char *code)
{
	for (int i = CH_CRITERION_FIRST_SOFT; i < CH_CRITERION_COUNT; i++)
		if (strcmp(criteria[i].code, code) == 0)
			return (enum ch_criterion)i;
	return CH_NO_CRITERION;
}

int64_t ch_criterion_default(enum ch_criterion criterion, int kind)
{
	return kind == CH_KIND_COACHING ? criteria[criterion].coaching : criteria[criterion].mentoring;
}

static enum ch_status refuse_name(const char *code, struct ch_error *err)
{
	struct ch_buffer allowed = CH_BUFFER_EMPTY;

	for (int i = CH_CRITERION_FIRST_SOFT; i < CH_CRITERION_COUNT; i++)
		ch_buffer_printf(&allowed, "%s%s", i > CH_CRITERION_FIRST_SOFT ? ", " : "", criteria[i].code);
	ch_fail_field(err, "criterion", _("\"%.60s\" is no criterion that has points"), code);
	ch_error_fix(err, _("give one of %s"), allowed.text);
	ch_buffer_release(&allowed);
	return err->status;
}

enum ch_status ch_weights_set(struct ch_weights *weights, int kind, const char *code, int64_t points,
			      struct ch_error *err)
{
	enum ch_criterion criterion = ch_criterion_named(code);

	if (criterion == CH_NO_CRITERION)
		return refuse_name(code, err);
	if (points < 0 || points > CH_CRITERION_MOST_POINTS) {
		ch_fail_field(err, "points", _("%s: %lld points; 0 to %d are allowed"), code, (long long)points,
			      CH_CRITERION_MOST_POINTS);
		return ch_error_fix(err, _("0 leaves the criterion out"));
	}
	if (kind == CH_KIND_COACHING && points > criteria[criterion].most_in_coaching) {
		ch_fail_rule(err, "R16", _("%s has no points in coaching: a coach is not chosen by anybody's position"),
			     code);
		return ch_error_fix(err, _("leave it at 0"));
	}
	weights->points[criterion] = points;
	return CH_OK;
}
