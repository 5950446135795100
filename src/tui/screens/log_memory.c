#include "tui/screens/log_memory.h"

#include <stdlib.h>

struct log_memory *log_memory_of(struct desk *desk)
{
	if (desk->log == NULL) {
		desk->log = calloc(1, sizeof(*desk->log));
		if (desk->log == NULL)
			ch_abort("out of memory");
		desk->log->desk = desk;
	}
	return desk->log;
}

void log_memory_free(struct log_memory *memory)
{
	if (memory == NULL)
		return;
	prompt_history_release(&memory->lines);
	free(memory);
}
