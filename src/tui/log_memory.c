#include "tui/log_memory.h"

#include <stdlib.h>

struct log_draft {
	struct log_draft *next;
	struct log_subject subject;
	struct ch_arena arena; /* of what follows */
	size_t count;
	const char **keys, **values;
};

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

static void draft_free(struct log_draft *draft)
{
	ch_arena_release(&draft->arena);
	free(draft);
}

void log_memory_free(struct log_memory *memory)
{
	if (memory == NULL)
		return;
	while (memory->drafts != NULL) {
		struct log_draft *next = memory->drafts->next;

		draft_free(memory->drafts);
		memory->drafts = next;
	}
	prompt_history_release(&memory->lines);
	free(memory);
}

static bool is_about(const struct log_draft *draft, struct log_subject subject)
{
	return draft->subject.pairing_id == subject.pairing_id && draft->subject.session_id == subject.session_id;
}

void log_draft_drop(struct log_memory *memory, struct log_subject subject)
{
	struct log_draft **link = &memory->drafts, *draft;

	while (*link != NULL && !is_about(*link, subject))
		link = &(*link)->next;
	draft = *link;
	if (draft == NULL)
		return;
	*link = draft->next;
	draft_free(draft);
}

void log_draft_keep(struct log_memory *memory, struct log_subject subject, const struct form *form)
{
	struct log_draft *draft = calloc(1, sizeof(*draft));

	if (draft == NULL)
		ch_abort("out of memory");
	log_draft_drop(memory, subject);
	*draft = (struct log_draft){
		.next = memory->drafts, .subject = subject, .arena = CH_ARENA_EMPTY, .count = form->entry_count};
	draft->keys = ch_arena_array(&draft->arena, draft->count, sizeof(*draft->keys));
	draft->values = ch_arena_array(&draft->arena, draft->count, sizeof(*draft->values));
	for (size_t i = 0; i < draft->count; i++) {
		draft->keys[i] = ch_arena_copy(&draft->arena, form->entries[i].field.key);
		draft->values[i] = ch_arena_copy(&draft->arena, form->entries[i].input.text.text);
	}
	memory->drafts = draft;
}

bool log_draft_restore(const struct log_memory *memory, struct log_subject subject, struct form *form)
{
	const struct log_draft *draft = memory->drafts;

	while (draft != NULL && !is_about(draft, subject))
		draft = draft->next;
	for (size_t i = 0; draft != NULL && i < draft->count; i++)
		form_set(form, draft->keys[i], draft->values[i]);
	return draft != NULL;
}
