-- What the list of keys is sorted by, with the id behind it.
create index ix_key_serial on q_signing.signing_key (serial, token_id);
create index ix_key_added on q_signing.signing_key (added_at, token_id);
create index ix_key_added_newest on q_signing.signing_key (added_at desc, token_id desc);
create index ix_key_pins on q_signing.signing_key (wrong_pins desc, token_id desc);
