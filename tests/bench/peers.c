#include "peers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LINES = 1000000, CARDS = 10000, FILES = 10000, ARTICLES = 20000, TASKS = 5000 };

#define PAGE_DOWN "\033[6~"
#define KEYPAD_DOWN "\033OB"
#define KEYPAD_UP "\033OA"

const struct peer peers[] = {
	[PEER_FLOOR] = {"floor",
			"1,000,000 lines",
			{"./peer_floor", "people.txt"},
			"1 of ",
			"",
			"j",
			"k",
			PAGE_DOWN,
			NULL,
			true},
	[PEER_LESS] = {"less", "1,000,000 lines", {"less", "people.txt"}, "people.txt", "", "j", "k", " ", NULL, false},
	[PEER_ABOOK] = {"abook",
			"10,000 people",
			{"abook", "--datafile", "cards"},
			"quit",
			"",
			"j",
			"k",
			PAGE_DOWN,
			NULL,
			true},
	[PEER_NCDU] = {"ncdu",
		       "10,000 files",
		       {"ncdu", "-f", "files.json"},
		       "Total disk",
		       "",
		       "j",
		       "k",
		       PAGE_DOWN,
		       NULL,
		       true},
	[PEER_HTOP] = {"htop", "this machine", {"htop"}, "F10", "", KEYPAD_DOWN, KEYPAD_UP, PAGE_DOWN, "/", false},
	[PEER_NEWSBOAT] = {"newsboat",
			   "20,000 articles",
			   {"newsboat", "-u", "urls", "-c", "articles.db", "-C", "newsboat.conf"},
			   "Articles",
			   "\r",
			   "j",
			   "k",
			   PAGE_DOWN,
			   "/",
			   false},
	[PEER_CALCURSE] = {"calcurse",
			   "5,000 tasks",
			   {"calcurse", "-D", "calendar"},
			   "Appointments",
			   "\t\t",
			   "j",
			   "k",
			   PAGE_DOWN,
			   "a",
			   false},
};

const size_t peer_count = sizeof(peers) / sizeof(peers[0]);

static FILE *create(const char *path)
{
	FILE *file = fopen(path, "w");

	if (file == NULL) {
		perror(path);
		exit(1);
	}
	return file;
}

static void write_lines(const char *path)
{
	FILE *file = create(path);

	for (int i = 0; i < LINES; i++)
		fprintf(file, "Okafor-%04d, Amina         mentee   p%07d@example.org    Ward %02d\n",
			i % 9973 * 7919 % 9973, i, i % 40);
	fclose(file);
}

static void write_cards(const char *path)
{
	FILE *file = create(path);

	fputs("[format]\nprogram=abook\nversion=0.6.1\n\n", file);
	for (int i = 0; i < CARDS; i++)
		fprintf(file, "[%d]\nname=Okafor-%04d, Amina\nemail=p%d@example.org\nphone=07700 9%05d\n\n", i,
			i % 9973 * 7919 % 9973, i, i);
	fclose(file);
}

static void write_files(const char *path)
{
	FILE *file = create(path);

	fputs("[1,0,{\"progname\":\"ncdu\",\"progver\":\"1.18\",\"timestamp\":0},\n[{\"name\":\"/people\"}", file);
	for (int i = 0; i < FILES; i++)
		fprintf(file, ",\n{\"name\":\"Okafor-%04d, Amina\",\"asize\":%d,\"dsize\":%d}", i, i * 512, i * 512);
	fputs("]]\n", file);
	fclose(file);
}

static void write_feed(const char *path)
{
	FILE *file = create(path);

	fputs("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Articles</title>\n", file);
	for (int i = 0; i < ARTICLES; i++)
		fprintf(file,
			"<item><title>Okafor-%04d, Amina met Wen Patel</title><guid>a%d</guid>"
			"<pubDate>Mon, 02 Nov 2026 10:00:00 GMT</pubDate><description>Forty-five minutes</description>"
			"</item>\n",
			i % 9973 * 7919 % 9973, i);
	fputs("</channel></rss>\n", file);
	fclose(file);
}

static void write_tasks(const char *path)
{
	FILE *file = create(path);

	for (int i = 0; i < TASKS; i++)
		fprintf(file, "[%d] Meet Okafor-%04d, Amina\n", i % 9 + 1, i % 9973 * 7919 % 9973);
	fclose(file);
}

/* A feed that newsboat has read already: starting it then only opens its cache. */
static void prepare_newsboat(const char *home)
{
	char command[2048];
	FILE *file = create("urls");

	fprintf(file, "file://%s/feed.xml\n", home);
	fclose(file);
	file = create("newsboat.conf");
	fputs("refresh-on-startup no\nshow-read-feeds yes\n", file);
	fclose(file);
	write_feed("feed.xml");
	snprintf(command, sizeof(command),
		 "HOME='%s' newsboat -u urls -c articles.db -C newsboat.conf -x reload >reload.log 2>&1", home);
	if (system(command) != 0)
		fprintf(stderr, "newsboat could not read its feed: see %s/reload.log\n", home);
}

const char *peers_prepare(void)
{
	static char home[512];
	char before[512], floor[600];
	const char *build = getenv("BUILD");

	snprintf(home, sizeof(home), "%s/bench/home", build != NULL ? build : "build");
	mkdir(home, 0755);
	if (getcwd(before, sizeof(before)) == NULL || chdir(home) != 0) {
		perror(home);
		exit(1);
	}
	if (access("people.txt", R_OK) != 0) {
		write_lines("people.txt");
		write_cards("cards");
		write_files("files.json");
		prepare_newsboat(home);
		mkdir("calendar", 0755);
		write_tasks("calendar/todo");
		fclose(create("calendar/apts"));
		fclose(create("calendar/conf"));
	}
	unlink("peer_floor");
	snprintf(floor, sizeof(floor), "%s/tests/bench/peer_floor", build != NULL ? build : "build");
	if (symlink(floor, "peer_floor") != 0 || chdir(before) != 0) {
		perror("peer_floor");
		exit(1);
	}
	return home;
}

int peer_installed(const struct peer *peer)
{
	char command[128];

	snprintf(command, sizeof(command), "command -v %s >/dev/null", peer->arguments[0]);
	return *peer->arguments[0] == '.' || system(command) == 0;
}
