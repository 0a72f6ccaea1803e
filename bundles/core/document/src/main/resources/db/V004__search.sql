-- when a row was changed last: what is searched follows it (decision 26); 0 for rows from before
alter table q_document.outgoing add column changed_at bigint default 0 not null;
alter table q_document.incoming add column changed_at bigint default 0 not null;
create index ix_outgoing_changed on q_document.outgoing (changed_at, id);
create index ix_incoming_changed on q_document.incoming (changed_at, id);
