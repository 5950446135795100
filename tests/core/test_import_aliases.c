/*
 * What columns are called, field by field and language by language: every
 * alias in one table, each tried as a coordinator would meet it, in a list
 * whose other headings are of the same language.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/text.h"
#include "import_pipe.h"

enum { EN, DE, FR, ES, NL, PT, CY, LANGUAGES };

/* What a list of that language has besides: headings of a whole name, of its two halves, and of an address. */
static const struct {
	const char *name, *first, *last, *email;
} besides[LANGUAGES] = {
	[EN] = {"Full name", "First name", "Surname", "E-mail"},
	[DE] = {"Vor- und Nachname", "Vorname", "Nachname", "E-Mail-Adresse"},
	[FR] = {"Nom complet", "Prénom", "Nom de famille", "Courriel"},
	[ES] = {"Nombre completo", "Nombre de pila", "Apellidos", "Correo electrónico"},
	[NL] = {"Volledige naam", "Voornaam", "Achternaam", "E-mailadres"},
	[PT] = {"Nome completo", "Primeiro nome", "Sobrenome", "Endereço de e-mail"},
	[CY] = {"Enw llawn", "Enw cyntaf", "Cyfenw", "Cyfeiriad e-bost"},
};

struct aliases {
	const char *field;
	const char *cell; /* as stands below such a heading */
	const char *headings[LANGUAGES];
};

static const struct aliases table[] = {
	{"name",
	 "Ann Lee",
	 {[EN] = "name | full name | your name | participant | participant name | display name | preferred name | "
		 "contact | what is your name | What is your name?",
	  [DE] = "Name | vollständiger Name | Vor- und Nachname | Teilnehmer(in) | Teilnehmer | Teilnehmerin",
	  [FR] = "nom | nom complet | nom et prénom | participant",
	  [ES] = "nombre | nombre completo | nombre y apellidos | participante",
	  [NL] = "naam | volledige naam | deelnemer",
	  [PT] = "nome | nome completo | participante",
	  [CY] = "enw | enw llawn"}},
	{"first_name",
	 "Ann",
	 {[EN] = "first name | firstname | given name | forename | forename(s) | christian name | fname | preferred "
		 "first name",
	  [DE] = "Vorname | Rufname",
	  [FR] = "prénom | prénom(s)",
	  [ES] = "nombre | nombre de pila | primer nombre",
	  [NL] = "voornaam | roepnaam",
	  [PT] = "nome | primeiro nome | nome próprio",
	  [CY] = "enw cyntaf"}},
	{"last_name",
	 "Lee",
	 {[EN] = "last name | lastname | surname | family name | lname | second name",
	  [DE] = "Name | Nachname | Familienname | Zuname",
	  [FR] = "nom | nom de famille",
	  [ES] = "apellido(s) | apellidos | primer apellido | segundo apellido",
	  [NL] = "naam | achternaam | familienaam | tussenvoegsel",
	  [PT] = "apelido | sobrenome | último nome",
	  [CY] = "cyfenw | enw olaf"}},
	{"email",
	 "ann@example.org",
	 {[EN] = "email | e-mail | email address | e-mail address | mail | work email | your email | contact email | "
		 "e-mail 1 - value | username",
	  [DE] = "E-Mail | E-Mail-Adresse | Mail | dienstliche E-Mail",
	  [FR] = "courriel | e-mail | adresse e-mail | adresse électronique | mél",
	  [ES] = "correo | correo electrónico | e-mail",
	  [NL] = "e-mailadres | mailadres | e-mail",
	  [PT] = "e-mail | correio eletrónico | correio eletrônico | endereço de e-mail",
	  [CY] = "e-bost | ebost | cyfeiriad e-bost"}},
	{"phone",
	 "07700 900123",
	 {[EN] = "phone | telephone | tel | mobile | mobile no | cell | contact number | phone 1 - value | business "
		 "phone",
	  [DE] = "Telefon | Tel. | Telefonnummer | Handy | Mobil | Durchwahl",
	  [FR] = "téléphone | tél | portable | mobile",
	  [ES] = "teléfono | móvil | celular",
	  [NL] = "telefoon | telefoonnummer | mobiel | gsm",
	  [PT] = "telefone | telemóvel | celular",
	  [CY] = "ffôn | rhif ffôn | ffôn symudol"}},
	{"roles",
	 "mentor",
	 {[EN] = "role | programme role | mentor or mentee | mentor/mentee | I would like to be a… | mentoring type | "
		 "participant type | sign up as",
	  [DE] = "Rolle | Rolle im Programm | Mentor/Mentee | Teilnahme als | Funktion",
	  [FR] = "rôle | participation en tant que | mentor ou mentoré",
	  [ES] = "rol | participa como | función",
	  [NL] = "rol | deelname als",
	  [PT] = "papel | função no programa | participa como | função",
	  [CY] = "rôl | rôl yn y cynllun"}},
	{"roles", "yes", {[EN] = "Mentor? | Mentee? | Coach? | Coachee?"}},
	{"organisation",
	 "Riverside",
	 {[EN] = "organisation | organization | company | employer | institution | agency | organization 1 - name",
	  [DE] = "Firma | Unternehmen | Organisation | Einrichtung",
	  [FR] = "organisation | entreprise | société | organisme | établissement",
	  [ES] = "organización | empresa | institución | entidad",
	  [NL] = "organisatie | bedrijf | werkgever",
	  [PT] = "organização | empresa | instituição",
	  [CY] = "sefydliad | cwmni | cyflogwr"}},
	{"department",
	 "Finance",
	 {[EN] = "department | dept | team | unit | business unit | division | directorate | faculty | school | "
		 "service",
	  [DE] = "Abteilung | Bereich | Team | Referat | Fachbereich",
	  [FR] = "service | département | direction | équipe | unité",
	  [ES] = "departamento | área | unidad | equipo",
	  [NL] = "afdeling | team | dienst",
	  [PT] = "departamento | setor | área | equipa | equipe",
	  [CY] = "adran | tîm | gwasanaeth"}},
	{"job_title",
	 "Buyer",
	 {[EN] = "job title | position | post | role | occupation | title",
	  [DE] = "Position | Funktion | Stelle | Berufsbezeichnung | Tätigkeit",
	  [FR] = "fonction | poste | titre | intitulé du poste",
	  [ES] = "cargo | puesto | función",
	  [NL] = "functie | functietitel",
	  [PT] = "cargo | função | posição",
	  [CY] = "teitl swydd | swydd"}},
	{"grade", "7", {[EN] = "grade | your grade"}},
	{"meeting_times",
	 "Tuesday evenings",
	 {[EN] = "when can you meet | meeting times | days available | preferred times | availability",
	  [DE] = "mögliche Zeiten | bevorzugte Zeiten | Verfügbarkeit",
	  [FR] = "créneaux | jours disponibles | disponibilités",
	  [ES] = "horario | días disponibles | disponibilidad",
	  [NL] = "beschikbare dagen | voorkeurstijden | beschikbaarheid",
	  [PT] = "horário | dias disponíveis | disponibilidade",
	  [CY] = "amseroedd | dyddiau ar gael | argaeledd"}},
	{"manager_email",
	 "boss@example.org",
	 {[EN] = "manager email | line manager | line manager email | supervisor email | reports to | "
		 "head of department email",
	  [DE] = "E-Mail der Führungskraft | Vorgesetzte(r) | E-Mail Vorgesetzte/r",
	  [FR] = "courriel du responsable | e-mail du manager | supérieur hiérarchique",
	  [ES] = "correo del responsable | jefe directo | supervisor",
	  [NL] = "e-mail leidinggevende | manager",
	  [PT] = "e-mail do gestor | chefia | superior",
	  [CY] = "e-bost y rheolwr | rheolwr llinell"}},
	{"offers",
	 "Budgets",
	 {[EN] = "expertise | areas of expertise | skills | skills I can share | can offer | offer help in | strengths "
		 "| "
		 "topics I can mentor on",
	  [DE] = "Fachgebiete | Kompetenzen | Expertise | biete",
	  [FR] = "compétences | domaines d'expertise | domaines d’expertise | expertise | j'offre",
	  [ES] = "áreas de experiencia | competencias | habilidades | ofrezco",
	  [NL] = "expertise | vaardigheden | competenties | biedt",
	  [PT] = "áreas de especialização | competências | habilidades",
	  [CY] = "arbenigedd | sgiliau"}},
	{"seeks",
	 "Budgets",
	 {[EN] = "goals | development needs | development areas | would like help with | need help with | looking for "
		 "| "
		 "objectives | what do you hope to get | I would like help with",
	  [DE] = "Ziele | Entwicklungsziele | Entwicklungswünsche | Lernziele | suche",
	  [FR] = "objectifs | besoins | axes de développement | je cherche",
	  [ES] = "objetivos | necesidades | áreas de desarrollo | busco",
	  [NL] = "doelen | leerdoelen | ontwikkelwensen | zoekt",
	  [PT] = "objetivos | necessidades | áreas de desenvolvimento",
	  [CY] = "nodau | amcanion | anghenion datblygu"}},
	{"languages",
	 "English",
	 {[EN] = "languages | spoken languages | lang",
	  [DE] = "Sprachen | Sprachkenntnisse",
	  [FR] = "langues",
	  [ES] = "idiomas | lenguas",
	  [NL] = "talen",
	  [PT] = "idiomas | línguas",
	  [CY] = "ieithoedd"}},
	{"location",
	 "Newport",
	 {[EN] = "location | site | office | base | city | town | area | region | workplace",
	  [DE] = "Standort | Ort | Niederlassung",
	  [FR] = "site | lieu | ville | localisation",
	  [ES] = "ubicación | sede | ciudad | localidad",
	  [NL] = "locatie | vestiging | plaats | standplaats",
	  [PT] = "localidade | local | cidade",
	  [CY] = "lleoliad | safle | tref"}},
	{"capacity",
	 "2",
	 {[EN] = "capacity | max mentees | maximum mentees | number of mentees | how many mentees | places | slots | "
		 "How many mentees would you like to have?",
	  [DE] = "Kapazität | Max. Anzahl Mentees | Plätze",
	  [FR] = "capacité | nombre de mentorés | places",
	  [ES] = "capacidad | número de mentorados | plazas",
	  [NL] = "capaciteit | aantal mentees | plekken",
	  [PT] = "capacidade | número de mentorandos | vagas",
	  [CY] = "capasiti | nifer y menteion"}},
	{"hours_per_month",
	 "4",
	 {[EN] = "availability | hours per month | hrs/month | hours a month | time available",
	  [DE] = "Stunden pro Monat | Std./Monat | Verfügbarkeit",
	  [FR] = "disponibilité | heures par mois",
	  [ES] = "disponibilidad | horas al mes",
	  [NL] = "beschikbaarheid | uren per maand",
	  [PT] = "disponibilidade | horas por mês",
	  [CY] = "argaeledd | oriau y mis"}},
	{"start_date",
	 "2026-03-05",
	 {[EN] = "start date | start | available from | joined | from",
	  [DE] = "Startdatum | Beginn | verfügbar ab | Eintritt",
	  [FR] = "date de début | début | disponible à partir du",
	  [ES] = "fecha de inicio | desde",
	  [NL] = "startdatum | begindatum | vanaf",
	  [PT] = "data de início | início",
	  [CY] = "dyddiad dechrau"}},
	{"notes",
	 "Likes tea",
	 {[EN] = "notes | comments | anything else | remarks | bio | Anything else?",
	  [DE] = "Bemerkung(en) | Bemerkung | Bemerkungen | Notizen | Anmerkungen | Kommentar",
	  [FR] = "remarques | notes | commentaires | observations",
	  [ES] = "observaciones | notas | comentarios",
	  [NL] = "opmerkingen | notities",
	  [PT] = "observações | notas | comentários",
	  [CY] = "nodiadau | sylwadau"}},
	{"own_key",
	 "4711",
	 {[EN] = "id | employee id | staff no | participant id | external id",
	  [DE] = "Personalnr. | Mitarbeiternummer",
	  [FR] = "matricule | identifiant",
	  [ES] = "id | número de empleado | legajo",
	  [NL] = "personeelsnummer",
	  [PT] = "matrícula | n.º de funcionário",
	  [CY] = "rhif staff"}},
};

static bool is(const char *field, const char *other)
{
	return strcmp(field, other) == 0;
}

/* A list in the language with the column first, and what it needs to be one of people behind it. */
static void write_list(struct ch_buffer *out, const struct aliases *aliases, const char *heading, int language)
{
	const char *field = aliases->field;

	ch_buffer_printf(out, "sep=;\n%s", heading);
	if (is(field, "first_name"))
		ch_buffer_printf(out, ";%s;%s", besides[language].last, besides[language].email);
	else if (is(field, "last_name"))
		ch_buffer_printf(out, ";%s;%s", besides[language].first, besides[language].email);
	else if (is(field, "name"))
		ch_buffer_printf(out, ";%s", besides[language].email);
	else if (is(field, "email"))
		ch_buffer_printf(out, ";%s;%s", besides[language].first, besides[language].last);
	else
		ch_buffer_printf(out, ";%s;%s", besides[language].name, besides[language].email);
	ch_buffer_printf(out, "\n%s;%s;%s\n", aliases->cell,
			 is(field, "email")  ? "Ann"
			 : is(field, "name") ? "a@example.org"
					     : "Ann Lee",
			 is(field, "name")    ? ""
			 : is(field, "email") ? "Lee"
					      : "a@example.org");
}

/* Whether the column with that heading is read as the field, by itself. */
static bool is_known(const struct aliases *aliases, const char *heading, int language)
{
	struct ch_buffer content = CH_BUFFER_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct import_pipe pipe;

	write_list(&content, aliases, heading, language);
	bool opened = import_pipe_columns(&pipe, content.text, NULL, &err) == CH_OK;
	const char *found = opened ? pipe.columns.columns[0].field : err.message;
	bool known = found != NULL && is(found, aliases->field);

	if (!known)
		print_error("%s, %s: is %s in\n%s", aliases->field, heading, found ? found : "left out", content.text);
	import_pipe_close(&pipe);
	ch_buffer_release(&content);
	return known;
}

static void every_alias_is_known_in_its_language(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	size_t unknown = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		for (int language = EN; language < LANGUAGES; language++) {
			const char *headings = table[i].headings[language];

			for (char *rest = ch_arena_copy(&arena, headings ? headings : ""); *rest != '\0';) {
				char *bar = strstr(rest, " | ");

				if (bar != NULL)
					*bar = '\0';
				unknown += !is_known(&table[i], rest, language);
				rest = bar != NULL ? bar + 3 : rest + strlen(rest);
			}
		}
	}
	assert_int_equal(unknown, 0);
	ch_arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_alias_is_known_in_its_language),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
