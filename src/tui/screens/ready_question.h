/* Whether learners are ready is theirs to say (R15): before it is recorded that they did, it is asked. */
#ifndef TUI_READY_QUESTION_H
#define TUI_READY_QUESTION_H

#include "tui/app.h"

/* Asks of so many learners, one or more; `answer` is told 'y' or QUESTION_NO. */
void ready_ask(struct app *app, size_t learners, void (*answer)(struct app *, void *, char), void *data);

#endif
