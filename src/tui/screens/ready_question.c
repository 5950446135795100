/* In the words of the question that the guidance asks. */
#include "tui/screens/ready_question.h"

void ready_ask(struct app *app, size_t learners, void (*answer)(struct app *, void *, char), void *data)
{
	if (learners == 1)
		question_ask(app, "yn", answer, data,
			     _("Does the mentee or coachee know what they want, and have the time? [y]es [n]o"));
	else
		question_ask(app, "yn", answer, data,
			     _("Do all %zu of them know what they want, and have the time? [y]es [n]o"), learners);
}
