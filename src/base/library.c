/* POSIX has pointers to functions and to data be of one size; C has no conversion between them, so bytes are copied. */
#include "base/library.h"

#include <dlfcn.h>
#include <string.h>

enum ch_status library_load(const char *soname, const char *const *names, size_t count, void *functions,
			    struct ch_error *err)
{
	void *library = dlopen(soname, RTLD_NOW | RTLD_LOCAL);

	for (size_t i = 0; library != NULL && i < count; i++) {
		void *address = dlsym(library, names[i]);

		if (address == NULL)
			library = NULL;
		memcpy((char *)functions + i * sizeof(address), &address, sizeof(address));
	}
	if (library != NULL)
		return CH_OK;
	ch_fail(err, CH_UNAVAILABLE, _("the library %s is not installed, or too old: %s"), soname, dlerror());
	return ch_error_fix(err, _("install the package that has %s, or use CSV instead of a workbook"), soname);
}
