/*
 * Choices: "(o) video  ( ) in person" for one, "[x] Chen  [ ] Wen" for several.
 * Options that do not fit a row go on in the next.
 */
#include <string.h>

#include "chiron/text.h"
#include "tui/widgets/form_parts.h"

enum { OPTION_GAP = 2, BOX_CELLS = 4 /* "(o) " */ };

static const struct ch_choice yes_choices[] = {{"", ""}, {"yes", N_("yes")}, {"no", N_("no")}, {NULL, NULL}};

const struct ch_choice *choice_list(const struct form_field *field)
{
	if (field->type == CH_TYPE_YES)
		return yes_choices;
	return field->type == CH_TYPE_CHOICE || field->type == CH_TYPE_CHOICES ? field->choices : NULL;
}

static bool is_many(const struct form_entry *entry)
{
	return entry->field.type == CH_TYPE_CHOICES;
}

static size_t choice_count(const struct ch_choice *choices)
{
	size_t count = 0;

	while (choices[count].code != NULL)
		count++;
	return count;
}

bool choice_chosen(const struct form_entry *entry, size_t index)
{
	const char *code = choice_list(&entry->field)[index].code, *term = entry->input.text.text;
	size_t length = strlen(code);

	if (!is_many(entry))
		return strcmp(term, code) == 0;
	for (; *term != '\0'; term += strspn(term, "; ")) {
		size_t term_length = strcspn(term, ";");

		if (term_length == length && strncmp(term, code, length) == 0)
			return true;
		term += term_length;
	}
	return false;
}

/* Turns the choice at `index` over, in a set; the others stay as they are. */
static void toggle(struct form_entry *entry, size_t index)
{
	const struct ch_choice *choices = choice_list(&entry->field);
	struct ch_buffer text = CH_BUFFER_EMPTY;

	for (size_t i = 1; choices[i].code != NULL; i++)
		if (choice_chosen(entry, i) != (i == index))
			ch_buffer_printf(&text, "%s%s", text.length > 0 ? "; " : "", choices[i].code);
	input_set(&entry->input, text.text);
	ch_buffer_release(&text);
}

/* Index of the one chosen; 0 where none is. */
static size_t chosen_one(const struct form_entry *entry)
{
	const struct ch_choice *choices = choice_list(&entry->field);

	for (size_t i = 1; choices[i].code != NULL; i++)
		if (choice_chosen(entry, i))
			return i;
	return 0;
}

/* The option that has the cursor. */
static size_t cursor_option(const struct form_entry *entry)
{
	size_t chosen = is_many(entry) ? entry->choice : chosen_one(entry);

	return chosen > 0 ? chosen : 1;
}

/* What is compared of a label and of what was typed: without case, accents, and commas and the like. */
static char *letters_key(struct ch_arena *arena, const char *text)
{
	char *key = ch_text_search_key(arena, text), *to = key;

	for (const char *from = key; *from != '\0'; from++)
		if (strchr(",;.:()", *from) == NULL) /* a scale has "+1", and a sign tells it from "1" */
			*to++ = *from;
	*to = '\0';
	return key;
}

/* The next option after `from` whose label begins with the letters, and goes on with `then`; 0 where there is none. */
static size_t option_of_letters(const struct form_entry *entry, size_t from, const char *letters, const char *then)
{
	const struct ch_choice *choices = choice_list(&entry->field);
	size_t count = choice_count(choices), found = 0;
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *start = ch_arena_printf(&arena, "%s%s", letters_key(&arena, letters), then);

	for (size_t i = 1; i < count && found == 0 && *start != '\0'; i++) {
		size_t option = (from + i - 1) % (count - 1) + 1;
		const char *label = form_choice_label(&entry->field, &choices[option]);

		if (strncmp(letters_key(&arena, label), start, strlen(start)) == 0)
			found = option;
	}
	ch_arena_release(&arena);
	return found;
}

/*
 * The option that begins with all that was typed so far. Where none does, one letter alone is forgotten, and the next
 * option after `from` is that begins with this one; of more letters nothing else is chosen.
 */
static size_t option_typed(struct form *form, const struct form_entry *entry, size_t from, uint32_t letter)
{
	size_t length = strlen(form->letters), option = 0;
	char typed[5];

	key_utf8(letter, typed);
	if (length + strlen(typed) >= sizeof(form->letters))
		return 0;
	strcpy(form->letters + length, typed);
	if (length > 0 && !form->letters_astray)
		option = option_of_letters(entry, 0, form->letters, "");
	if (option > 0)
		return option;
	form->letters_astray = length > 1;
	if (form->letters_astray)
		return 0;
	strcpy(form->letters, typed);
	return option_of_letters(entry, from, typed, "");
}

/* Takes the last letter back, and chooses by those that are left. */
static size_t option_without_last(struct form *form, const struct form_entry *entry)
{
	size_t length = strlen(form->letters) - 1, option;

	while (length > 0 && ((unsigned char)form->letters[length] & 0xC0) == 0x80)
		length--;
	form->letters[length] = '\0';
	option = option_of_letters(entry, 0, form->letters, "");
	form->letters_astray = length > 0 && option == 0;
	return option;
}

/* The option that begins with what was typed and then a blank, "not a good fit" after "not"; 0: a blank is none. */
static size_t option_with_blank(struct form *form, const struct form_entry *entry)
{
	size_t length = strlen(form->letters), option;

	if (length == 0 || length + 1 >= sizeof(form->letters))
		return 0;
	option = form->letters_astray ? 0 : option_of_letters(entry, 0, form->letters, " ");
	if (option > 0 || (length > 1 && !is_many(entry)))
		strcpy(form->letters + length, " ");
	form->letters_astray = form->letters_astray || (option == 0 && length > 1 && !is_many(entry));
	return option;
}

/* Puts the cursor on an option, which in a field of one choice chooses it. */
static void go_to(struct form *form, struct form_entry *entry, size_t option)
{
	entry->choice = option;
	if (is_many(entry))
		return;
	input_set(&entry->input, choice_list(&entry->field)[option].code);
	form_edited(form);
}

/* Where Space or an arrow goes: an only option is chosen, and taken back where the field may be blank. */
static size_t step_from(const struct form_entry *entry, size_t at, size_t count)
{
	if (chosen_one(entry) == 0)
		return 1;
	if (count == 2 && !entry->field.required)
		return 0;
	return at + 1 < count ? at + 1 : 1;
}

bool choice_key(struct form *form, uint32_t key)
{
	struct form_entry *entry = form_focused(form);
	size_t count = choice_count(choice_list(&entry->field));
	size_t at = cursor_option(entry), letter;
	bool steered = form->steered;

	if (count < 2)
		return false;
	letter = key == K_SPACE ? option_with_blank(form, entry) : 0;
	if (key == K_BACKSPACE && strlen(form->letters) > 1) {
		letter = option_without_last(form, entry);
		if (letter > 0)
			go_to(form, entry, letter);
		return true;
	}
	if (letter == 0 && (!key_is_text(key) || (key == K_SPACE && !form->letters_astray))) {
		form->letters[0] = '\0';
		form->letters_astray = false;
	}
	form->steered = key != K_SPACE || letter > 0;
	switch (key) {
	case K_LEFT:
		go_to(form, entry, at > 1 ? at - 1 : count > 2 ? count - 1 : step_from(entry, at, count));
		return true;
	case K_RIGHT:
		go_to(form, entry, !is_many(entry) ? step_from(entry, at, count) : at + 1 < count ? at + 1 : 1);
		return true;
	case K_SPACE:
		if (letter > 0) {
			go_to(form, entry, letter);
		} else if (is_many(entry)) {
			toggle(entry, at);
			form_edited(form);
		} else if (!steered || chosen_one(entry) == 0) { /* an arrow or a letter has chosen already */
			go_to(form, entry, step_from(entry, at, count));
		}
		return true;
	case K_BACKSPACE:
	case K_DELETE:
		input_set(&entry->input, NULL);
		form_edited(form);
		return true;
	default:
		letter = key_is_text(key) ? option_typed(form, entry, at - (chosen_one(entry) == 0), key) : 0;
		if (letter > 0)
			go_to(form, entry, letter);
		return letter > 0;
	}
}

void choice_tell_none(const struct form *form, struct app *app)
{
	if (form->letters_astray)
		app_say(app, _("No choice begins with \"%s\"; Backspace takes letters back"), form->letters);
	else
		app_say(app, "%s", _("No choice begins so; Space, Left and Right choose, too"));
}

/* Where the next option goes that takes `cells`: behind the last, or in the next row. */
static void place_option(int width, int cells, int *x, int *y)
{
	if (*x > 0 && *x + cells > width) {
		*x = 0;
		(*y)++;
	}
}

static int option_cells(const struct form_entry *entry, const struct ch_choice *choice)
{
	return BOX_CELLS + ch_text_width(form_choice_label(&entry->field, choice));
}

int choice_rows(const struct form_entry *entry, int width)
{
	const struct ch_choice *choices = choice_list(&entry->field);
	int x = 0, y = 0;

	for (size_t i = 1; choices[i].code != NULL; i++) {
		int cells = option_cells(entry, &choices[i]);

		place_option(width, cells, &x, &y);
		x += cells + OPTION_GAP;
	}
	return y + 1;
}

void choice_draw(const struct form_entry *entry, struct canvas *canvas, struct rect area, bool focused)
{
	const struct ch_choice *choices = choice_list(&entry->field);
	int x = 0, y = 0;

	for (size_t i = 1; choices[i].code != NULL; i++) {
		bool chosen = choice_chosen(entry, i);
		int cells = option_cells(entry, &choices[i]);
		const char *box = is_many(entry) ? (chosen ? "[x] " : "[ ] ") : (chosen ? "(o) " : "( ) ");

		place_option(area.width, cells, &x, &y);
		canvas_text(canvas, area, x, y, chosen ? CANVAS_BOLD : CANVAS_PLAIN, box);
		canvas_text(canvas, area, x + BOX_CELLS, y, chosen ? CANVAS_BOLD : CANVAS_PLAIN,
			    form_choice_label(&entry->field, &choices[i]));
		if (focused && i == cursor_option(entry))
			canvas_cursor(canvas, area, x + 1, y);
		x += cells + OPTION_GAP;
	}
}
