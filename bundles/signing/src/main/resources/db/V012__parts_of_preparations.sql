-- What shows at several places is a signature for each: a preparation waits for the value of one after the other.
alter table q_signing.prepared_signature add column part integer not null default 1;
alter table q_signing.prepared_signature add column parts integer not null default 1;
-- the values of the parts before, in Base64
alter table q_signing.prepared_signature add column given_values varchar(8000) not null default '';
