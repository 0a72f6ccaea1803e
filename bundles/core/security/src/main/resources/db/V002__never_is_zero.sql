-- Lists are sorted by these: what never was is 0, since databases disagree about the place of null.
update q_security.account set last_sign_in = 0 where last_sign_in is null;
update q_security.api_token set last_used_at = 0 where last_used_at is null;
