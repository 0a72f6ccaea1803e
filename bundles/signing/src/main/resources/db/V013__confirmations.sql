-- Keys with a remote service whose user confirms each signature in an app.
alter table q_signing.signing_key add column confirmed boolean not null default false;
-- What was sent to an app and waits there.
create table q_signing.remote_confirmation (
    preparation_id varchar(26) not null primary key,
    -- which part was sent, 0 before the first one was
    part integer not null,
    -- by what the service knows it
    handle varchar(600) not null,
    expires_at bigint not null,
    -- until when somebody is asking the service
    busy_until bigint not null
);
