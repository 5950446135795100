/* Candidates replace what stands before the cursor: in a list of terms the last term, else the whole text. */
#include <stdio.h>
#include <string.h>

#include "chiron/text.h"
#include "tui/widgets/form_parts.h"

enum { POPUP_ROWS = 8, POPUP_WIDTH_MIN = 24 };

bool popup_possible(const struct form *form)
{
	const struct form_field *field = &form->entries[form->focus].field;

	return form->ops->complete != NULL && !field->answers && choice_list(field) == NULL;
}

bool popup_offers(const struct form *form)
{
	struct form_entry *entry = &form->entries[form->focus];
	struct ch_arena arena = CH_ARENA_EMPTY;
	const struct form_candidate *candidates;

	if (!popup_possible(form))
		return false;
	if (entry->field.type == CH_TYPE_ID) /* a name: whoever there is */
		return true;
	if (entry->lists == LISTS_UNKNOWN) {
		entry->lists = form->ops->complete(form, form->data, form->focus, "", &arena, &candidates) > 0
				       ? LISTS_SOMETHING
				       : LISTS_NOTHING;
		ch_arena_release(&arena);
	}
	return entry->lists == LISTS_SOMETHING;
}

void popup_close(struct form *form)
{
	form->popup.open = false;
}

/* Bytes before the cursor that are being completed. */
static size_t prefix_length(const struct form_entry *entry)
{
	const char *text = entry->input.text.text;
	size_t start = entry->input.cursor;

	if (entry->field.type != CH_TYPE_LIST)
		return start;
	while (start > 0 && text[start - 1] != ';')
		start--;
	while (start < entry->input.cursor && text[start] == ' ')
		start++;
	return entry->input.cursor - start;
}

static bool is_same(const char *text, const char *typed, struct ch_arena *arena)
{
	return strcmp(ch_text_fold(arena, text), ch_text_fold(arena, typed)) == 0;
}

/* The candidate that is typed whole; the first where none is. */
static size_t exact(struct form_popup *popup, const char *prefix)
{
	for (size_t i = 0; i < popup->count && *prefix != '\0'; i++)
		if (is_same(popup->candidates[i].text, prefix, &popup->arena))
			return i;
	return 0;
}

void popup_update(struct form *form)
{
	struct form_entry *entry = form_focused(form);
	struct form_popup *popup = &form->popup;
	size_t length = prefix_length(entry);
	const char *prefix;

	ch_arena_reset(&popup->arena);
	prefix = ch_arena_copy_bytes(&popup->arena, entry->input.text.text + entry->input.cursor - length, length);
	popup->count = 0;
	if (popup->none.length == 0 || strncmp(prefix, popup->none.text, popup->none.length) != 0)
		popup->count = form->ops->complete(form, form->data, form->focus, prefix, &popup->arena,
						   &popup->candidates);
	if (popup->count == 0 && popup->none.length == 0 && entry->field.type == CH_TYPE_ID)
		ch_buffer_add(&popup->none, prefix);
	popup->prefix_length = length;
	popup->at = exact(popup, prefix);
	popup->moved = popup->count == 1 || popup->at > 0 ||
		       (popup->count > 0 && is_same(popup->candidates[0].text, prefix, &popup->arena));
	popup->open = popup->count > 0;
}

bool popup_undecided(const struct form *form)
{
	return form->popup.open && !form->popup.moved && form->popup.prefix_length > 0;
}

static void move(struct form_popup *popup, size_t down, size_t up)
{
	size_t at = popup->at + down;

	popup->moved = true;
	popup->at = up > at ? 0 : at - up;
	if (popup->at >= popup->count)
		popup->at = popup->count - 1;
}

static void popup_accept(struct form *form)
{
	struct form_popup *popup = &form->popup;

	popup->open = false;
	if (input_replace(&form_focused(form)->input, popup->prefix_length, popup->candidates[popup->at].text) ==
	    INPUT_CHANGED)
		form_edited(form);
}

bool popup_key(struct form *form, uint32_t key)
{
	struct form_popup *popup = &form->popup;

	if (!popup->open)
		return false;
	switch (key) {
	case K_UP:
	case K_CTRL('P'):
		move(popup, 0, 1);
		return true;
	case K_DOWN:
	case K_CTRL('N'):
		move(popup, 1, 0);
		return true;
	case K_PAGE_UP:
		move(popup, 0, POPUP_ROWS);
		return true;
	case K_PAGE_DOWN:
		move(popup, POPUP_ROWS, 0);
		return true;
	case K_ENTER:
		popup_accept(form);
		return true;
	case K_TAB: /* takes the only one, or the one that was gone to, and goes on; of several it takes none */
		if (popup->moved)
			popup_accept(form);
		else
			popup_close(form);
		return false;
	case K_ESC:
		popup_close(form);
		return true;
	case K_LEFT:
	case K_RIGHT:
	case K_HOME:
	case K_END:
		popup_close(form);
		return false;
	default:
		return false;
	}
}

static int popup_width(const struct form_popup *popup)
{
	int widest = POPUP_WIDTH_MIN;

	for (size_t i = 0; i < popup->count; i++) {
		const struct form_candidate *candidate = &popup->candidates[i];
		int width = ch_text_width(candidate->text) + 4;

		if (candidate->note != NULL)
			width += ch_text_width(candidate->note) + 2;
		widest = width > widest ? width : widest;
	}
	return widest;
}

void popup_draw(struct form *form, struct canvas *canvas, struct rect body, struct rect field)
{
	const struct form_popup *popup = &form->popup;
	size_t rows = popup->count < POPUP_ROWS ? popup->count : POPUP_ROWS;
	size_t first = popup->at >= rows ? popup->at - rows + 1 : 0;
	int width = popup_width(popup), x = field.x - body.x - 2, y = field.y - body.y + 1;
	struct rect inside;
	char title[48];

	if (x + width + 2 > body.width)
		x = body.width - width - 2;
	if (x < 0)
		x = 0;
	if (y + (int)rows + 2 > body.height && y - (int)rows - 3 >= 0)
		y -= (int)rows + 3;
	if (popup->count > rows) /* more than are shown: which of how many */
		snprintf(title, sizeof(title), _("%zu of %zu"), popup->at + 1, popup->count);
	inside = canvas_box(canvas, rect_part(body, x, y, width + 2, (int)rows + 2), CANVAS_QUIET,
			    popup->count > rows ? title : NULL);
	for (size_t i = 0; i < rows; i++) {
		const struct form_candidate *candidate = &popup->candidates[first + i];
		bool here = first + i == popup->at;
		int cells;

		if (here)
			canvas_text(canvas, inside, 0, (int)i, CANVAS_BOLD | CANVAS_ACCENT, ">");
		cells = canvas_text(canvas, inside, 2, (int)i, here ? CANVAS_BOLD : CANVAS_PLAIN, candidate->text);
		if (candidate->note != NULL)
			canvas_fit(canvas, inside, cells + 4, (int)i, inside.width - cells - 5, CANVAS_RIGHT,
				   CANVAS_QUIET, candidate->note);
	}
}
