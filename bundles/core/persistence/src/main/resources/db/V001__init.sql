-- Events, kept until everybody who wants them has had them.
create table q_persistence.outbox_event (
    id varchar(26) not null primary key,
    type varchar(200) not null,
    subject_id varchar(200) not null,
    at_ms bigint not null
);
create index outbox_event_at on q_persistence.outbox_event (at_ms);

create table q_persistence.outbox_field (
    event_id varchar(26) not null,
    name varchar(200) not null,
    text varchar(32000) not null,
    primary key (event_id, name)
);

-- One row for each event and listener; gone once delivered.
create table q_persistence.outbox_delivery (
    id varchar(26) not null primary key,
    event_id varchar(26) not null,
    listener varchar(200) not null,
    state varchar(10) not null,
    attempts integer not null,
    due_ms bigint not null,
    error varchar(1000)
);
create index outbox_delivery_due on q_persistence.outbox_delivery (state, due_ms);
create index outbox_delivery_event on q_persistence.outbox_delivery (event_id);

-- Who wants what, so that an event waits for a listener that is not there just now.
create table q_persistence.event_listener (
    type varchar(200) not null,
    name varchar(200) not null,
    seen_ms bigint not null,
    primary key (type, name)
);

create table q_persistence.lease (
    name varchar(200) not null primary key,
    holder varchar(26) not null,
    until_ms bigint not null
);

create table q_persistence.job_run (
    name varchar(200) not null primary key,
    ended_ms bigint not null,
    failures integer not null,
    error varchar(1000)
);

create table q_persistence.once_key (
    owner varchar(100) not null,
    client_key varchar(100) not null,
    result_id varchar(100),
    at_ms bigint not null,
    primary key (owner, client_key)
);
create index once_key_at on q_persistence.once_key (at_ms);
