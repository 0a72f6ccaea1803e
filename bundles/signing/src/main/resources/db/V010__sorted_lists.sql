-- What lists are sorted by, with the id behind it; and the level by which signatures are filtered.
create index ix_made_signer on q_signing.made_signature (signer, id);
create index ix_made_serial on q_signing.made_signature (serial, id);
create index ix_made_level on q_signing.made_signature (long_term, stamp, id desc);
create index ix_prepared_title on q_signing.prepared_signature (title, id);
create index ix_prepared_serial on q_signing.prepared_signature (serial, id);
create index ix_batch_newest on q_signing.sign_batch (id desc);
create index ix_batch_serial on q_signing.sign_batch (serial, id);
create index ix_copy_maker on q_signing.signed_copy (person_name, id);
create index ix_case_serial on q_signing.token_case (serial, id);
create index ix_case_reporter_name on q_signing.token_case (reporter_name, id);
create index ix_hand_over_serial on q_signing.token_hand_over (serial, id);
create index ix_use_serial on q_signing.token_use (serial, id);
create index ix_use_person on q_signing.token_use (person_name, id);
