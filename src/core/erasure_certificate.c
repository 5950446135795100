#include "core/erasure_certificate.h"

#include <string.h>

#include "chiron/scheme.h"
#include "chiron/text.h"

enum { WIDTH = 76 };

static void add_kinds(struct ch_buffer *out, const struct ch_grid *told, enum ch_fate fate, const char *heading)
{
	const struct ch_choice *fates = told->columns[2].choices;
	bool any = false;

	for (size_t i = 0; i < told->row_count; i++) {
		const char **cells = told->rows[i].cells;
		if (strcmp(cells[2], fates[fate].code) != 0)
			continue;
		if (!any)
			ch_buffer_printf(out, "\n%s\n", heading);
		any = true;
		ch_buffer_printf(out, "  %5s  %s\n", cells[1], cells[0]);
	}
}

static void add_paragraph(struct ch_buffer *out, const char *text)
{
	ch_buffer_add(out, "\n");
	ch_text_add_wrapped(out, text, WIDTH);
}

static void add_copies(struct ch_buffer *out, const struct ch_erased *erased)
{
	if (erased->copy_count == 0)
		return;
	ch_buffer_printf(out, "\n%s\n", _("Copies beside the scheme that held the person:"));
	for (size_t i = 0; i < erased->copy_count; i++) {
		const struct ch_erased_copy *copy = &erased->copies[i];
		ch_buffer_printf(out, _("  %s, of %s:\n        %s\n"), copy->path, copy->made_on, copy->became);
	}
}

const char *erasure_certificate(struct ch_context *c, const struct ch_erased *erased, const struct ch_grid *told,
				struct ch_arena *arena)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_scheme_settings settings;
	char now[CH_INSTANT_SIZE];

	ch_buffer_printf(&out, "%s\n\n", _("Certificate of erasure"));
	ch_buffer_printf(&out, _("Person:  %s (number %lld)\n"), erased->name, (long long)erased->person_id);
	if (ch_scheme_settings_get(c, arena, &settings, &ignored) == CH_OK)
		ch_buffer_printf(&out, _("Scheme:  %s\n"), settings.name);
	ch_buffer_printf(&out, _("When:    %s\n"), ch_clock_now(&c->clock, now));
	ch_buffer_printf(&out, _("By:      %s\n"), c->actor.name != NULL ? c->actor.name : _("the coordinator"));
	ch_buffer_printf(&out, _("Where:   %s\n"), ch_scheme_path(c->scheme));
	add_kinds(&out, told, CH_FATE_REMOVED, _("Removed for good:"));
	add_kinds(&out, told, CH_FATE_EMPTIED, _("Kept for the scheme's figures, without name and words:"));
	add_kinds(&out, told, CH_FATE_KEPT, _("Kept as it was, without the name:"));
	if (erased->mentions > 0)
		add_paragraph(&out, ch_arena_printf(arena, _("Texts about others that named the person: %lld. They say "
							     "\"%s\" now."),
						    (long long)erased->mentions, erased->called));
	add_paragraph(&out, erased->left_behind == NULL
				    ? _("The file was written anew afterwards, so that nothing of it lies in unused "
					"pages.")
				    : ch_arena_printf(arena, _("The file could not be written anew afterwards, so that "
							       "traces may lie in unused pages: %s."),
						      erased->left_behind));
	add_copies(&out, erased);
	add_paragraph(&out, _("A first name alone, or a description without the name, in what others wrote is not "
			      "found by a program. Copies that the program does not know of are not part of this: "
			      "printed lists, exported files, copies elsewhere. A storage device may keep traces of "
			      "what was deleted."));
	add_paragraph(&out, _("The number and the day are kept, with a fingerprint of name and address, so that an old "
			      "list does not bring the person back unnoticed. This certificate names the person: it "
			      "is theirs, and the program keeps none."));
	const char *text = ch_arena_copy(arena, out.text);
	ch_buffer_release(&out);
	return text;
}
