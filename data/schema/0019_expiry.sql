-- What runs out is listed by the day it does, the soonest first; what never does comes last.
DROP INDEX credential_by_expiry;
CREATE INDEX credential_by_expiry ON credential (ifnull(expires_on, '9999-12-31'));
