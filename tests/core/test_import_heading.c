/*
 * What headings mean in seven languages, what their neighbours make of them,
 * and what words mean in cells.
 */
#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "import_pipe.h"

/* The fields of the columns of a row of headings (with semicolons) over one person, "-why" for those left out. */
static void expect_fields(const char *headings, const char *person, const char *fields)
{
	struct import_pipe pipe;
	struct ch_error err = CH_NO_ERROR;
	struct ch_buffer content = CH_BUFFER_EMPTY, out = CH_BUFFER_EMPTY;

	ch_buffer_printf(&content, "sep=;\n%s\n%s\n", headings, person);
	if (import_pipe_columns(&pipe, content.text, NULL, &err))
		print_error("%s: %s\n", headings, err.message);
	assert_int_equal(err.status, CH_OK);
	for (size_t i = 0; i < pipe.columns.count; i++) {
		const struct import_column *column = &pipe.columns.columns[i];

		ch_buffer_printf(&out, "%s%s%s", i > 0 ? " " : "", column->field ? "" : "-",
				 column->field ? column->field : column->why);
	}
	assert_string_equal(out.text, fields);
	ch_buffer_release(&content);
	ch_buffer_release(&out);
	import_pipe_close(&pipe);
}

#define ALL_FIELDS                                                                                                     \
	"first_name last_name email phone roles organisation department job_title manager_email offers seeks "         \
	"languages location capacity hours_per_month start_date notes own_key"

static void test_a_whole_list_in_each_language(void **state)
{
	static const char person[] = "Ann;Lee;ann@x.org;1;Mentor;Org;Dep;Job;b@x.org;a;b;c;d;1;2;2026-01-02;n;7";

	(void)state;
	expect_fields("First name;Surname;E-mail Address *;Mobile no.;Mentor or mentee?;Company;Team;Job_Title;"
		      "Line manager email;Skills I can share;Development needs;Spoken languages;Office;Max. mentees;"
		      "Hrs/month;Available from:;Remarks;Staff no", person, ALL_FIELDS);
	expect_fields("Vorname;Nachname;E-Mail-Adresse;Telefonnummer;Teilnahme als;Unternehmen;Abteilung;Position;"
		      "E-Mail der Führungskraft;Fachgebiete;Entwicklungswünsche;Sprachkenntnisse;Standort;"
		      "Max. Anzahl Mentees;Stunden pro Monat;verfügbar ab;Bemerkung(en);Personalnr.",
		      person, ALL_FIELDS);
	expect_fields("Prénom;Nom de famille;Adresse électronique;N° de téléphone;Participation en tant que;Entreprise;"
		      "Service;Intitulé du poste;Courriel du responsable;Domaines d'expertise;Axes de développement;"
		      "Langues;Lieu;Nombre de mentorés;Heures par mois;Disponible à partir du;Remarques;Matricule",
		      person, ALL_FIELDS);
	expect_fields("Nombre de pila;Apellidos;Correo electrónico;Móvil;Participa como;Empresa;Área;Cargo;"
		      "Correo del responsable;Áreas de experiencia;Áreas de desarrollo;Idiomas;Sede;"
		      "Número de mentorados;Horas al mes;Fecha de inicio;Observaciones;Legajo", person, ALL_FIELDS);
	expect_fields("Voornaam;Achternaam;E-mailadres;Telefoonnummer;Deelname als;Bedrijf;Afdeling;Functie;"
		      "E-mail leidinggevende;Vaardigheden;Leerdoelen;Talen;Vestiging;Aantal mentees;Uren per maand;"
		      "Startdatum;Opmerkingen;Personeelsnummer", person, ALL_FIELDS);
	expect_fields("Primeiro nome;Sobrenome;Endereço de e-mail;Telemóvel;Função no programa;Empresa;Setor;Cargo;"
		      "E-mail do gestor;Áreas de especialização;Necessidades;Idiomas;Localidade;"
		      "Número de mentorandos;Horas por mês;Data de início;Observações;Matrícula", person, ALL_FIELDS);
	expect_fields("Enw cyntaf;Cyfenw;Cyfeiriad e-bost;Rhif ffôn;Rôl yn y cynllun;Sefydliad;Adran;Teitl swydd;"
		      "E-bost y rheolwr;Sgiliau;Nodau;Ieithoedd;Lleoliad;Nifer y menteion;Oriau y mis;"
		      "Dyddiad dechrau;Nodiadau;Rhif staff", person, ALL_FIELDS);
}

static void test_capitals_and_missing_accents(void **state)
{
	(void)state;
	expect_fields("PRENOM;NOM;TELEPHONE;E MAIL", "Ann;Lee;1;a@x.org", "first_name last_name phone email");
	expect_fields("VORNAME;NAME;ABTEILUNG;FÜHRUNGSKRAFT", "Ann;Lee;Dep;b@x.org",
		      "first_name last_name department manager_email");
	expect_fields("ｎａｍｅ;Ｅ－ｍａｉｌ;Telefono", "Ann;a@x.org;1", "name email phone");
}

static void test_neighbours_decide(void **state)
{
	(void)state;
	expect_fields("Nom;Prénom;Courriel", "Lee;Ann;a@x.org", "last_name first_name email");
	expect_fields("Nom;Courriel", "Ann Lee;a@x.org", "name email");
	expect_fields("Name;Vorname;E-Mail", "Lee;Ann;a@x.org", "last_name first_name email");
	expect_fields("Name;E-Mail;Abteilung", "Ann Lee;a@x.org;Dep", "name email department");
	expect_fields("Naam;Voornaam;E-mailadres", "Lee;Ann;a@x.org", "last_name first_name email");
	expect_fields("Nombre;Apellidos;Correo", "Ann;Lee;a@x.org", "first_name last_name email");
	expect_fields("Nombre;Correo;Cargo", "Ann Lee;a@x.org;Job", "name email job_title");
	expect_fields("Nome;Apelido;Telemóvel", "Ann;Lee;1", "first_name last_name phone");
	expect_fields("Name;Surname;Email", "Ann;Lee;a@x.org", "first_name last_name email");
	/* All three are there: none has to be guessed. */
	expect_fields("Name;First name;Last name;Email", "Ann Lee;Ann;Lee;a@x.org", "name first_name last_name email");
}

static void test_one_text_in_two_languages(void **state)
{
	(void)state;
	expect_fields("Nombre;Apellidos;Correo;Área", "Ann;Lee;a@x.org;Dep", "first_name last_name email department");
	expect_fields("Nombre;Apellidos;Correo;Area", "Ann;Lee;a@x.org;Dep", "first_name last_name email department");
	expect_fields("Name;Email;Area", "Ann Lee;a@x.org;West", "name email location");
	expect_fields("Nom;Prénom;Service;Titre", "Lee;Ann;Dep;Mme", "last_name first_name department -unused");
	expect_fields("Cyfenw / Surname;Enw / Name;Rôl | Role", "Lee;Ann;Mentor", "last_name first_name roles");
}

static void test_cells_decide_in_each_language(void **state)
{
	(void)state;
	expect_fields("Name;Vorname;Funktion", "Lee;Ann;Mentorin", "last_name first_name roles");
	expect_fields("Name;Vorname;Funktion", "Lee;Ann;Referentin", "last_name first_name job_title");
	expect_fields("Nome;Sobrenome;Função", "Ann;Lee;Mentoranda", "first_name last_name roles");
	expect_fields("Nombre;Apellidos;Función", "Ann;Lee;Contable", "first_name last_name job_title");
	expect_fields("Nom;Prénom;Mentor;Mentoré(e)", "Lee;Ann;oui;non", "last_name first_name roles roles");
	expect_fields("Nom;Prénom;Civilité", "Lee;Ann;Mme", "last_name first_name -unused");
}

static void test_questions_in_other_languages(void **state)
{
	(void)state;
	expect_fields("Zeitstempel;Wie heißen Sie?;Ihre E-Mail-Adresse (dienstlich);Möchten Sie als Mentor oder als "
		      "Mentee teilnehmen?;Wobei wünschen Sie sich Unterstützung?;Ich bin einverstanden, dass ...",
		      "1;Ann Lee;a@x.org;Mentee;Recht;ja", "-form name email roles seeks -consent");
	expect_fields("Horodateur;Votre nom et prénom;Quelle est votre adresse e-mail ?;Dans quel service "
		      "travaillez-vous ?;Combien de mentorés souhaitez-vous ?",
		      "1;Ann Lee;a@x.org;Achats;2", "-form name email department capacity");
	expect_fields("Marca temporal;Nombre y apellidos;Correo electrónico de contacto;¿Cuántas horas al mes puedes "
		      "dedicar?",
		      "1;Ann Lee;a@x.org;2", "-form name email hours_per_month");
}

/* The column of addresses that a form keeps may hold nothing but "anonymous". */
static void test_an_email_column_without_addresses(void **state)
{
	(void)state;
	expect_fields("ID;Start time;Email;Name;What is your email address?", "1;2026;anonymous;Ann Lee;a@x.org",
		      "own_key -form -taken name email");
}

static void test_last_names_in_parts(void **state)
{
	struct import_pipe pipe;
	struct ch_error err = CH_NO_ERROR;

	(void)state;
	expect_fields("Voornaam;Tussenvoegsel;Achternaam", "Ann;van der;Berg", "first_name last_name last_name");
	expect_fields("Nombre;Primer apellido;Segundo apellido", "Ann;Ruiz;Gil", "first_name last_name last_name");
	assert_int_equal(
		import_pipe_columns(&pipe, "Voornaam,Tussenvoegsel,Achternaam\nAnn,van der,Berg\n", NULL, &err), CH_OK);
	assert_string_equal(import_pipe_notices(&pipe, IMPORT_TOPIC_MAPPING),
			    "Column \"Voornaam\" is read as First name\n"
			    "Column \"Tussenvoegsel\" is read as part of Last name\n"
			    "Column \"Achternaam\" is read as Last name\n");
	import_pipe_close(&pipe);
}

static void test_role_words_in_each_language(void **state)
{
	static const struct {
		const char *cell;
		int roles;
	} cells[] = {
		{"Mentorin", 1 << CH_ROLE_MENTOR},
		{"Mentor/in", 1 << CH_ROLE_MENTOR},
		{"Beides", 1 << CH_ROLE_MENTOR | 1 << CH_ROLE_MENTEE},
		{"Ich möchte Mentor und Mentee sein", 1 << CH_ROLE_MENTOR | 1 << CH_ROLE_MENTEE},
		{"mentoré(e)", 1 << CH_ROLE_MENTEE},
		{"Mentorés", 1 << CH_ROLE_MENTEE},
		{"filleule", 1 << CH_ROLE_MENTEE},
		{"les deux", 1 << CH_ROLE_MENTOR | 1 << CH_ROLE_MENTEE},
		{"Mentores", 1 << CH_ROLE_MENTOR},
		{"mentorado/a", 1 << CH_ROLE_MENTEE},
		{"mentorizado", 1 << CH_ROLE_MENTEE},
		{"ambos", 1 << CH_ROLE_MENTOR | 1 << CH_ROLE_MENTEE},
		{"begeleider", 1 << CH_ROLE_MENTOR},
		{"beiden", 1 << CH_ROLE_MENTOR | 1 << CH_ROLE_MENTEE},
		{"mentoranda", 1 << CH_ROLE_MENTEE},
		{"mentorai", 1 << CH_ROLE_MENTEE},
		{"y ddau", 1 << CH_ROLE_MENTOR | 1 << CH_ROLE_MENTEE},
		{"kein Mentor", 0},
		{"Mentor Coordinator", 0},
	};
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct import_lexicon lexicon;

	(void)state;
	import_lexicon_read(&lexicon, NULL, &arena);
	for (size_t i = 0; i < sizeof(cells) / sizeof(*cells); i++) {
		if (import_roles(&lexicon, cells[i].cell, false) != cells[i].roles)
			print_error("%s\n", cells[i].cell);
		assert_int_equal(import_roles(&lexicon, cells[i].cell, false), cells[i].roles);
	}
	ch_arena_release(&arena);
}

static void test_yes_no_and_not_given_in_each_language(void **state)
{
	static const char *const yes[] = {"yes", "Y", "TRUE", "t", "1", "x", "✓", "✔", "ja", "j", "oui", "o",
					  "sí",	 "si", "s",    "sim", "ie", "ydw", "do", "wahr", "vrai"};
	static const char *const no[] = {"no", "N",    "false", "f",   "0",   "–",
					 "✗",  "nein", "non",   "nee", "não", "nac oes"};
	static const char *const none[] = {"-", "–", "n/a", "na", "none", "nil", "null", "tbc", "tba", "?", "keine",
					   "k. A.", "aucun", "ninguno", "geen", "nenhum", "dim"};
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct import_lexicon lexicon;

	(void)state;
	import_lexicon_read(&lexicon, NULL, &arena);
	for (size_t i = 0; i < sizeof(yes) / sizeof(*yes); i++)
		assert_int_equal(import_yes(&lexicon, yes[i]), CH_YES);
	for (size_t i = 0; i < sizeof(no) / sizeof(*no); i++)
		assert_int_equal(import_yes(&lexicon, no[i]), CH_NO);
	for (size_t i = 0; i < sizeof(none) / sizeof(*none); i++)
		assert_true(import_word_is(&lexicon, "not_given", none[i]));
	/* Codes of countries and states are values. */
	assert_false(import_word_is(&lexicon, "not_given", "NL"));
	assert_false(import_word_is(&lexicon, "not_given", "NO"));
	assert_false(import_word_is(&lexicon, "not_given", "NC"));
	ch_arena_release(&arena);
}

/* A cell is looked up only where a word begins as it does: as each word of the table does, however it is written. */
static void test_each_word_is_looked_up(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct import_lexicon lexicon;

	(void)state;
	import_lexicon_read(&lexicon, NULL, &arena);
	assert_true(lexicon_known.word_count > 500);
	for (size_t i = 0; i < lexicon_known.word_count; i++) {
		const char *key = lexicon_known.texts + lexicon_known.words[i].key;
		char *apart = ch_arena_printf(&arena, " '%s'. ", key);

		assert_true(lexicon_starts_may_have(&lexicon.starts, key));
		assert_true(lexicon_starts_may_have(&lexicon.starts, apart));
		for (char *at = apart; *at != '\0'; at++)
			*at = *at == ' ' ? '/' : (char)toupper((unsigned char)*at);
		assert_true(lexicon_starts_may_have(&lexicon.starts, apart));
	}
	assert_false(lexicon_starts_may_have(&lexicon.starts, "p0000001@example.org"));
	import_lexicon_read(&lexicon, "word not_given: p0000001@example.org\n", &arena);
	assert_true(import_word_is(&lexicon, "not_given", "P0000001@example.org"));
	ch_arena_release(&arena);
}

static void test_months_in_each_language(void **state)
{
	static const struct {
		const char *text, *iso;
	} dates[] = {
		{"5. März 2026", "2026-03-05"},      {"5 mars 2026", "2026-03-05"},
		{"1er août 2026", "2026-08-01"},     {"5 de marzo de 2026", "2026-03-05"},
		{"5 maart 2026", "2026-03-05"},      {"5 de março de 2026", "2026-03-05"},
		{"5 Mawrth 2026", "2026-03-05"},     {"lundi 9 février 2026", "2026-02-09"},
		{"Do., 5. Feb. 2026", "2026-02-05"}, {"31 Rhagfyr 2026", "2026-12-31"},
	};
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct import_lexicon lexicon;
	char iso[CH_DATE_SIZE];

	(void)state;
	import_lexicon_read(&lexicon, NULL, &arena);
	for (size_t i = 0; i < sizeof(dates) / sizeof(*dates); i++)
		assert_string_equal(ch_date_iso(import_date(&lexicon, dates[i].text, IMPORT_DMY), iso), dates[i].iso);
	ch_arena_release(&arena);
}

static void test_headings_that_somebody_added(void **state)
{
	static const char added[] =
		"# ours\nheading name: Wer bist du? | Nick\nheading seeks: Area\nword mentor: Pate\n";
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct import_lexicon lexicon;
	struct ch_error err = CH_NO_ERROR;

	(void)state;
	import_lexicon_read(&lexicon, added, &arena);
	assert_string_equal(import_lexicon_find(&lexicon, "WER BIST DU").field, "name");
	/* What was added comes before what chiron knows. */
	assert_string_equal(import_lexicon_find(&lexicon, "Area").field, "seeks");
	assert_int_equal(import_lexicon_check(added, &err), CH_OK);
	assert_int_equal(import_lexicon_check(NULL, &err), CH_OK);
	assert_int_equal(import_lexicon_check("heading name: a\nheadline name: b\n", &err), CH_DATA);
	assert_string_equal(err.message, "line 2 of the headings is not understood");
	/* A line that is no good does not spoil the others. */
	import_lexicon_read(&lexicon, "nonsense\nheading name: Nick\n", &arena);
	assert_string_equal(import_lexicon_find(&lexicon, "nick").field, "name");
	ch_arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_whole_list_in_each_language),
		cmocka_unit_test(test_capitals_and_missing_accents),
		cmocka_unit_test(test_neighbours_decide),
		cmocka_unit_test(test_one_text_in_two_languages),
		cmocka_unit_test(test_cells_decide_in_each_language),
		cmocka_unit_test(test_questions_in_other_languages),
		cmocka_unit_test(test_an_email_column_without_addresses),
		cmocka_unit_test(test_last_names_in_parts),
		cmocka_unit_test(test_role_words_in_each_language),
		cmocka_unit_test(test_yes_no_and_not_given_in_each_language),
		cmocka_unit_test(test_each_word_is_looked_up),
		cmocka_unit_test(test_months_in_each_language),
		cmocka_unit_test(test_headings_that_somebody_added),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
