/* All of chiron's core, for a face. */
#ifndef CHIRON_CHIRON_H
#define CHIRON_CHIRON_H

#include "chiron/action.h"
#include "chiron/action_line.h"
#include "chiron/actor.h"
#include "chiron/agreement.h"
#include "chiron/answer.h"
#include "chiron/arena.h"
#include "chiron/buffer.h"
#include "chiron/check.h"
#include "chiron/checkin.h"
#include "chiron/context.h"
#include "chiron/date.h"
#include "chiron/enrolment.h"
#include "chiron/exchange.h"
#include "chiron/field.h"
#include "chiron/goal.h"
#include "chiron/grid.h"
#include "chiron/list.h"
#include "chiron/override.h"
#include "chiron/pair_text.h"
#include "chiron/pairing.h"
#include "chiron/person.h"
#include "chiron/programme.h"
#include "chiron/proposal.h"
#include "chiron/rule.h"
#include "chiron/scheme.h"
#include "chiron/session.h"
#include "chiron/setting.h"
#include "chiron/state.h"
#include "chiron/status.h"
#include "chiron/text.h"
#include "chiron/work.h"

#define CH_VERSION "0.1.0"

#endif
