/*
 * The domains of a list's addresses: one that is a slip of the finger away from
 * a frequent one is asked about. Nothing is corrected by itself.
 */
#ifndef CHIRON_CORE_IMPORT_EMAIL_DOMAIN_H
#define CHIRON_CORE_IMPORT_EMAIL_DOMAIN_H

#include "core/import/lexicon.h"

struct email_domains; /* lives in an arena */

struct email_domains *email_domains_new(struct ch_arena *arena);

/* Counts the domain of an address; what is no address is passed over. */
void email_domains_add(struct email_domains *domains, const char *address);

/*
 * The domain that may be meant by that of the address: one in the list that is
 * much more frequent, or one of the large providers ("word mail_domain" of the
 * lexicon), at most two letters away. NULL where there is none. `domains` may
 * be NULL.
 */
const char *email_domains_meant(const struct email_domains *domains, const struct import_lexicon *lexicon,
				const char *address, struct ch_arena *arena);

#endif
