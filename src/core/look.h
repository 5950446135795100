/* Letting whoever looks on at the context (ch_context.work) stop a statement that reads long. */
#ifndef CORE_LOOK_H
#define CORE_LOOK_H

#include "chiron/context.h"

/* From here to look_end() a statement may end with CH_STOPPED. Looks once at least: it may be too short to. */
enum ch_status look_begin(const struct ch_context *c, struct ch_error *err);
void look_end(const struct ch_context *c);

#endif
