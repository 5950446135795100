/*
 * A form as one question after the other, for the line mode. It is the form of
 * the full screen: the focus is the question, answers go the way that typing
 * goes, what an answer means is said behind it, and drafts are kept the same.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "chiron/text.h"
#include "tui/widgets/form_parts.h"
#include "tui/line/line.h"

enum { FEW = 9 /* names */ };

/* ---- Which questions ---- */

static bool is_passed(const struct form *form, size_t index)
{
	return form->ops->passes != NULL && !form->entries[index].field.answers &&
	       form->ops->passes(form, form->data, index);
}

/* The first question from `index` on that is asked; their count where there is none. */
static size_t asked_from(const struct form *form, size_t index)
{
	while (index < form->entry_count && is_passed(form, index))
		index++;
	return index;
}

static size_t asked_before(const struct form *form, size_t index)
{
	for (size_t i = index; i > 0; i--)
		if (!is_passed(form, i - 1))
			return i - 1;
	return index;
}

static size_t asked_count(const struct form *form)
{
	size_t count = 0;

	for (size_t i = 0; i < form->entry_count; i++)
		count += !is_passed(form, i);
	return count;
}

/* Its number among those asked, by which it is gone back to; 0: it is not asked. */
static size_t number_of(const struct form *form, size_t index)
{
	size_t number = 0;

	for (size_t i = 0; i <= index; i++)
		number += !is_passed(form, i);
	return is_passed(form, index) ? 0 : number;
}

/* The question with that number among those asked. */
static size_t asked_with(const struct form *form, size_t number)
{
	size_t index = asked_from(form, 0);

	while (number-- > 1)
		index = asked_from(form, index + 1);
	return index;
}

/* ---- Saying ---- */

static bool is_set(const struct form_entry *entry)
{
	return entry->input.text.length > 0;
}

/* What the field holds, as a person would say it: choices by their labels. */
static void add_value(const struct form_entry *entry, struct ch_buffer *out)
{
	const struct ch_choice *choices = choice_list(&entry->field);
	const char *before = "";

	if (choices == NULL) {
		ch_buffer_add(out, entry->input.text.text);
		return;
	}
	for (size_t i = 1; choices[i].code != NULL; i++)
		if (choice_chosen(entry, i)) {
			ch_buffer_printf(out, "%s%s", before, form_choice_label(&entry->field, &choices[i]));
			before = ", ";
		}
}

static size_t choice_count(const struct ch_choice *choices)
{
	size_t count = 0;

	while (choices[count + 1].code != NULL)
		count++;
	return count;
}

/* A few stand in a line; of many each has its own, to go through one by one. */
static void say_choices(struct line *line, const struct form_entry *entry)
{
	const struct ch_choice *choices = choice_list(&entry->field);
	const char *several =
		entry->field.type == CH_TYPE_CHOICES ? _(" (several: their numbers, parted by commas)") : "";
	bool few = choice_count(choices) <= FEW;
	struct ch_buffer text = CH_BUFFER_EMPTY;

	for (size_t i = 1; choices[i].code != NULL; i++) {
		const char *label = form_choice_label(&entry->field, &choices[i]);

		if (few)
			ch_buffer_printf(&text, "%s%zu %s", i > 1 ? ", " : "", i, label);
		else
			line_say(line, "  %zu %s", i, label);
	}
	if (few || *several != '\0')
		line_say(line, "  %s%s", text.text, few ? several : several + 1);
	ch_buffer_release(&text);
}

static void say_value(struct line *line, const struct form *form, size_t index)
{
	const struct form_entry *entry = &form->entries[index];
	char number[24] = "";
	struct ch_buffer value = CH_BUFFER_EMPTY, meaning = CH_BUFFER_EMPTY;

	add_value(entry, &value);
	form_meaning(form, index, &meaning);
	if (number_of(form, index) > 0)
		snprintf(number, sizeof(number), "%zu. ", number_of(form, index));
	line_say(line, "%s%s: %s%s%s", number, form_field_label(&entry->field), value.text,
		 meaning.length > 0 ? "  " : "", meaning.text);
	if (entry->error.length > 0)
		line_say(line, "   %s", entry->error.text);
	ch_buffer_release(&value);
	ch_buffer_release(&meaning);
}

static void say_all(struct line *line, const struct form *form)
{
	for (size_t i = 0; i < form->entry_count; i++)
		say_value(line, form, i);
}

static void say_help(struct line *line, const struct form *form, const struct form_entry *entry)
{
	line_say(line, "%s: %s", form_field_label(&entry->field), form_field_help(&entry->field));
	if (choice_list(&entry->field) != NULL)
		say_choices(line, entry);
	else if (form->ops->complete != NULL)
		line_say(line, "%s", _("A part of what you mean is enough: what fits is listed."));
	line_say(line, "%s", _("Enter keeps what stands in brackets, - empties it. :save saves now."));
	line_say(line, "%s", _("quit or :leave leaves and keeps a draft. :back goes to the question before,"));
	line_say(line, "%s", _(":3 to the third."));
	line_say(line, "%s", _(":all reads all, :afresh forgets what you typed. What begins with a colon: type two."));
}

static void say_candidate(struct line *line, const struct form_popup *popup, size_t index)
{
	const struct form_candidate *candidate = &popup->candidates[index];

	line_say(line, "  %zu %s%s%s", index + 1, candidate->text, candidate->note != NULL ? "; " : "",
		 candidate->note != NULL ? candidate->note : "");
}

/* Where a name is needed and few are possible, they are said before it is asked. */
static void offer_few(struct line *line, struct form *form)
{
	const struct form_entry *entry = form_focused(form);
	struct form_popup *popup = &form->popup;

	if (popup->open || is_set(entry) || !entry->field.required || entry->field.type != CH_TYPE_ID ||
	    !popup_possible(form))
		return;
	popup_update(form);
	if (popup->count > FEW) {
		popup_close(form);
		return;
	}
	for (size_t i = 0; i < popup->count; i++)
		say_candidate(line, popup, i);
}

/* ---- Answering ---- */

/* Puts the text in, as a paste is: what could steer a terminal is left out. */
static void put_text(struct line *line, struct form *form, const char *text)
{
	struct form_entry *entry = form_focused(form);

	input_clear(&entry->input);
	if (*text != '\0' && input_paste(&entry->input, text) == INPUT_CUT)
		line_say(line, _("! A field holds at most %d bytes; the rest is left out"), INPUT_BYTES_MAX);
	form_edited(form);
}

/* How many of the choices have the words in their label, the last of which is *last; they are put into *out. */
static size_t choices_with(const struct form_field *field, const char *words, size_t *last, struct ch_buffer *out)
{
	const struct ch_choice *choices = choice_list(field);
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *key = ch_text_search_key(&arena, words);
	size_t found = 0;

	for (size_t i = 1; *key != '\0' && choices[i].code != NULL; i++) {
		const char *label = form_choice_label(field, &choices[i]);

		if (strstr(ch_text_search_key(&arena, label), key) == NULL)
			continue;
		ch_buffer_printf(out, "%s%zu %s", found > 0 ? ", " : "", i, label);
		*last = i;
		found++;
	}
	ch_arena_release(&arena);
	return found;
}

/*
 * The choice that a word names: its number, label or code, the start of one, or what only one has; 0: none, which is
 * said with those that may be meant.
 */
static size_t choice_named(struct line *line, const struct form_field *field, const char *word)
{
	const struct ch_choice *choices = choice_list(field);
	size_t number = line_number(word, choice_count(choices)), only = 0;
	int found = number > 0 ? (int)number : ch_choice_find(choices, word);
	struct ch_buffer several = CH_BUFFER_EMPTY;
	size_t with = found > 0 ? 0 : choices_with(field, word, &only, &several);

	if (with > 1)
		line_say(line, _("! \"%s\" may be %s"), word, several.text);
	else if (found <= 0 && with == 0)
		line_say(line, _("! \"%s\" is none of them; ? says them again"), word);
	ch_buffer_release(&several);
	if (found > 0)
		return (size_t)found;
	return with == 1 ? only : 0;
}

/* What a number, or a part of a name, was taken for. */
static void say_chosen(struct line *line, const struct form_entry *entry, const char *text)
{
	struct ch_buffer value = CH_BUFFER_EMPTY;

	add_value(entry, &value);
	if (value.length > 0 && strcmp(value.text, text) != 0)
		line_say(line, "  = %s", value.text);
	ch_buffer_release(&value);
}

static bool answer_choice(struct line *line, struct form *form, const char *text)
{
	struct form_entry *entry = form_focused(form);
	const struct ch_choice *choices = choice_list(&entry->field);
	struct ch_buffer codes = CH_BUFFER_EMPTY;
	struct ch_arena arena = CH_ARENA_EMPTY;
	bool good = true;

	for (const char *at = text + strspn(text, " ,;"); *at != '\0' && good; at += strspn(at, " ,;")) {
		size_t length = entry->field.type == CH_TYPE_CHOICES ? strcspn(at, ",;") : strlen(at);
		size_t choice = choice_named(line, &entry->field, ch_arena_copy_bytes(&arena, at, length));

		good = choice > 0;
		if (good)
			ch_buffer_printf(&codes, "%s%s", codes.length > 0 ? "; " : "", choices[choice].code);
		at += length;
	}
	if (good) {
		put_text(line, form, codes.text);
		say_chosen(line, entry, text);
	}
	ch_buffer_release(&codes);
	ch_arena_release(&arena);
	return good;
}

/* Lines up to an empty one, of which the first is there. */
static void answer_lines(struct line *line, struct form *form, const char *first)
{
	struct ch_buffer text = CH_BUFFER_EMPTY;

	ch_buffer_add(&text, first);
	while (line_read(line) && line->answer.length > 0)
		ch_buffer_printf(&text, "\n%s", line->answer.text);
	put_text(line, form, text.text);
	ch_buffer_release(&text);
}

/* A name: what fits is taken where it is one, else listed to be chosen by its number. Whether the answer stands. */
static bool answer_name(struct line *line, struct form *form, const char *text)
{
	struct form_popup *popup = &form->popup;
	size_t chosen = popup->open ? line_number(text, popup->count) : 0;

	if (chosen > 0) {
		put_text(line, form, popup->candidates[chosen - 1].text);
		popup_close(form);
		return true;
	}
	popup_close(form);
	put_text(line, form, text);
	if (!popup_possible(form))
		return true;
	popup_update(form);
	if (popup->count == 1)
		put_text(line, form, popup->candidates[0].text);
	if (popup->count <= 1) {
		popup_close(form);
		return true;
	}
	for (size_t i = 0; i < popup->count; i++) {
		if (strcmp(popup->candidates[i].text, text) == 0) {
			popup_close(form);
			return true;
		}
		say_candidate(line, popup, i);
	}
	line_say(line, "%s", _("Which one? Its number, or more of the name."));
	return false;
}

/* ---- Going on ---- */

static void save(struct line *line, struct form *form)
{
	struct app *app = line->app;
	const struct screen *screen = app->top;

	app_do(app, COMMAND_SAVE);
	if (app->top != screen || app->quit)
		return;
	for (size_t i = 0; i < form->entry_count; i++)
		if (form->entries[i].error.length > 0)
			say_value(line, form, i);
}

static void go_to_next(struct form *form, size_t index)
{
	if (index < form->entry_count)
		form_focus_on(form, index);
	else
		form->asked_all = true;
}

/* The answer is said with what it means; what is not understood, or refused, is asked for again. */
static void go_on(struct line *line, struct form *form)
{
	size_t index = form->focus;
	struct ch_buffer meaning = CH_BUFFER_EMPTY;
	struct form_entry *entry = form_focused(form);

	form_focus_on(form, index);
	form_meaning(form, index, &meaning);
	if ((is_set(entry) || form->ops->tells_blank) && meaning.length > 0)
		line_say(line, "  %s", meaning.text);
	if (entry->error.length > 0)
		line_say(line, "  %s", entry->error.text);
	if (!is_set(entry) && entry->field.required)
		line_say(line, _("! This is needed: %s"),
			 choice_list(&entry->field) != NULL ? _("a number, or a part of the name")
							    : form_field_help(&entry->field));
	else if (entry->error.length == 0 && (!is_set(entry) || meaning.text[0] != '?'))
		go_to_next(form, asked_from(form, index + 1));
	ch_buffer_release(&meaning);
}

static void go_to(struct line *line, struct form *form, size_t index)
{
	(void)line;
	form->asked_all = false;
	form->told = 0;
	form_focus_on(form, index);
}

/* Words behind a colon, or the keys of the full screen by name; whether it was one of them. */
static bool run_word(struct line *line, struct form *form, const char *word)
{
	size_t number = line_number(word, asked_count(form));
	uint32_t key = key_named(word, strlen(word)); /* what messages name: "Ctrl-X" */

	if (number > 0)
		go_to(line, form, asked_with(form, number));
	else if (strcmp(word, "save") == 0)
		save(line, form);
	else if (strcmp(word, "leave") == 0)
		app_run(line->app, COMMAND_LEAVE);
	else if (strcmp(word, "back") == 0)
		go_to(line, form, asked_before(form, form->asked_all ? form->entry_count : form->focus));
	else if (strcmp(word, "all") == 0)
		say_all(line, form);
	else if (strcmp(word, "afresh") == 0)
		app_run(line->app, COMMAND_AFRESH);
	else if (!key_is_text(key) && command_of_key(line->app->keymap, key, IN_FORM) != COMMAND_NONE)
		line_key(line, key);
	else if (strcmp(word, "quit") == 0) {
		app_run(line->app, COMMAND_LEAVE);
		line->app->quit = line->app->question.answer == NULL;
	}
	else
		return false;
	return true;
}

/* Words to the form itself; whether the line was that. */
static bool is_word(struct line *line, struct form *form)
{
	const char *text = line->answer.text;

	if (strcmp(text, "?") == 0) {
		say_help(line, form, form_focused(form));
		return true;
	}
	if (strcmp(text, "quit") == 0)
		return run_word(line, form, text);
	if (text[0] != ':' || text[1] == ':')
		return false;
	if (!run_word(line, form, text + 1))
		line_say(line, _("There is no \"%s\" here; ? says what there is"), text);
	return true;
}

static void answer(struct line *line, struct form *form)
{
	struct form_entry *entry = form_focused(form);
	const char *text = line->answer.text + (line->answer.text[0] == ':');
	bool stands = true;

	if (*text == '\0' && !is_set(entry) && entry->field.required && entry->field.type == CH_TYPE_ID) {
		stands = answer_name(line, form, text); /* those there are */
	} else if (*text == '\0') { /* as it is */
		popup_close(form);
	} else if (strcmp(text, "-") == 0) {
		put_text(line, form, "");
	} else if (choice_list(&entry->field) != NULL) {
		stands = answer_choice(line, form, text);
	} else if (entry->input.lines) {
		answer_lines(line, form, text);
	} else if (entry->field.type == CH_TYPE_ID || entry->field.type == CH_TYPE_TEXT) {
		stands = answer_name(line, form, text);
	} else {
		put_text(line, form, text);
	}
	if (stands)
		go_on(line, form);
}

/* What is said of a question before it is asked, and not again while it is not answered. */
static void say_about(struct line *line, const struct form_entry *entry)
{
	if (entry->field.heading != NULL && *entry->field.heading != '\0')
		line_say(line, "- %s", _(entry->field.heading));
	if (entry->input.lines && entry->field.help != NULL)
		line_say(line, "  %s", form_field_help(&entry->field));
	if (choice_list(&entry->field) != NULL)
		say_choices(line, entry);
}

static void ask_field(struct line *line, struct form *form)
{
	const struct form_entry *entry = form_focused(form);
	struct ch_buffer value = CH_BUFFER_EMPTY;

	if (form->told != form->focus + 1)
		say_about(line, entry);
	form->told = form->focus + 1;
	add_value(entry, &value);
	offer_few(line, form);
	if (entry->input.lines)
		line_say(line, _("  (several lines; an empty one ends them%s)"),
			 is_set(entry) ? _("; what stands there now follows") : "");
	if (entry->input.lines && is_set(entry))
		line_say(line, "%s", value.text);
	if (line_ask(line, "%s%s%s%s: ", form_field_label(&entry->field),
		     is_set(entry) && !entry->input.lines ? " [" : "",
		     entry->input.lines ? "" : value.text, is_set(entry) && !entry->input.lines ? "]" : "") &&
	    !is_word(line, form))
		answer(line, form);
	ch_buffer_release(&value);
}

/* All was asked: it is saved, or gone back into. */
static void ask_save(struct line *line, struct form *form)
{
	struct ch_buffer lacks = CH_BUFFER_EMPTY;
	const char *text;

	if (form->ops->lacks != NULL)
		form->ops->lacks(form, form->data, &lacks);
	if (lacks.length > 0)
		line_say(line, "%s", lacks.text);
	if (form->ops->does != NULL)
		line_say(line, _("Saving %s."), _(form->ops->does));
	ch_buffer_release(&lacks);
	if (!line_ask(line, "%s", _("Save? [yes]; no leaves it as a draft; a number goes back to that question: ")))
		return;
	text = line->answer.text;
	if (is_word(line, form))
		return;
	if (line_number(text, asked_count(form)) > 0)
		go_to(line, form, asked_with(form, line_number(text, asked_count(form))));
	else if (*text == '\0' || *text == 'y' || *text == 'Y')
		save(line, form);
	else if (*text == 'n' || *text == 'N')
		app_run(line->app, COMMAND_LEAVE);
	else if (!run_word(line, form, text))
		line_say(line, "%s", _("Type yes, no, or the number of a question; all reads them out"));
}

void form_line(struct screen *screen, struct line *line)
{
	struct form *form = (struct form *)screen;

	if (!form->read_out) {
		form->read_out = true;
		line_say(line,
			 _n("\n%s: %zu question. Enter keeps what stands in brackets, ? helps, :save saves, "
			    ":leave leaves.",
			    "\n%s: %zu questions. Enter keeps what stands in brackets, ? helps, :save saves, "
			    ":leave leaves.",
			    asked_count(form)),
			 form->title, asked_count(form));
		if (form_focused(form)->error.length > 0)
			line_say(line, "%s", form_focused(form)->error.text);
		for (size_t i = 0; i < form->entry_count; i++)
			if (i < form->focus || (is_passed(form, i) && is_set(&form->entries[i])))
				say_value(line, form, i);
		go_to_next(form, asked_from(form, form->focus));
	}
	if (form->asked_all)
		ask_save(line, form);
	else
		ask_field(line, form);
}
