/* Goal attainment scaling. */
#include <math.h>

#include "chiron/goal.h"

bool ch_goal_attainment(const struct ch_goal_rating *ratings, size_t count, double *t)
{
	const double correlation = 0.3;
	double weighted = 0, squares = 0, weights = 0;

	for (size_t i = 0; i < count; i++) {
		weighted += ratings[i].weight * ratings[i].level;
		squares += ratings[i].weight * ratings[i].weight;
		weights += ratings[i].weight;
	}
	if (count == 0 || weights <= 0)
		return false;
	*t = 50 + 10 * weighted / sqrt((1 - correlation) * squares + correlation * weights * weights);
	return true;
}
