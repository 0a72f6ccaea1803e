-- Connections to messaging platforms, the chats seen through them, and what goes out and comes in.
create table q_messenger.platform_connection (
    id varchar(26) not null primary key,
    kind varchar(20) not null,
    name varchar(100) not null,
    name_folded varchar(100) not null,
    state varchar(10) not null,
    app_id varchar(100) not null,
    account_id varchar(100) not null,
    -- sealed, never plain
    token_sealed varchar(4000) not null,
    app_secret_sealed varchar(1000) not null,
    hook_secret_sealed varchar(1000) not null,
    access_sealed varchar(8000) not null,
    refresh_sealed varchar(8000) not null,
    token_state varchar(20) not null,
    token_generation bigint not null,
    token_since bigint not null,
    access_until bigint,
    refresh_until bigint,
    polled boolean not null,
    last_ok_at bigint,
    last_error_at bigint,
    last_error varchar(100) not null,
    last_detail varchar(500) not null,
    last_hook_at bigint,
    paused_until bigint not null,
    looked_at bigint not null,
    created_at bigint not null,
    version bigint not null
);
create index ix_connection_name on q_messenger.platform_connection (name_folded, id);

create table q_messenger.chat (
    id varchar(26) not null primary key,
    connection_id varchar(26) not null,
    external_id varchar(200) not null,
    name varchar(200) not null,
    name_folded varchar(200) not null,
    group_id varchar(26) not null,
    announces boolean not null,
    active boolean not null,
    link varchar(500) not null,
    members integer not null,
    ends_at bigint,
    synchronised_at bigint,
    sync_due_at bigint not null,
    sync_error varchar(100) not null,
    created_at bigint not null,
    version bigint not null
);
create unique index ux_chat_external on q_messenger.chat (connection_id, external_id);
create index ix_chat_name on q_messenger.chat (name_folded, id);
create index ix_chat_group on q_messenger.chat (group_id);
create index ix_chat_sync on q_messenger.chat (sync_due_at);

create table q_messenger.chat_member (
    chat_id varchar(26) not null,
    user_id varchar(100) not null,
    name varchar(200) not null,
    admin boolean not null,
    state varchar(10) not null,
    person_id varchar(26) not null,
    changed_at bigint not null,
    primary key (chat_id, user_id)
);
create index ix_member_user on q_messenger.chat_member (user_id);
create index ix_member_person on q_messenger.chat_member (person_id);

create table q_messenger.post (
    id varchar(26) not null primary key,
    chat_id varchar(26) not null,
    external_id varchar(200) not null,
    sender_id varchar(100) not null,
    sender_name varchar(200) not null,
    kind varchar(30) not null,
    own boolean not null,
    body varchar(2000) not null,
    sha256 varchar(64) not null,
    flagged varchar(30) not null,
    posted_at bigint not null
);
create unique index ux_post_external on q_messenger.post (chat_id, external_id);
create index ix_post_newest on q_messenger.post (chat_id, posted_at desc, id desc);
create index ix_post_sender on q_messenger.post (sender_id);

create table q_messenger.delivery (
    id varchar(26) not null primary key,
    once_key varchar(100) not null,
    connection_id varchar(26) not null,
    chat_id varchar(26) not null,
    purpose varchar(20) not null,
    subject_id varchar(26) not null,
    body varchar(7000) not null,
    state varchar(10) not null,
    attempts integer not null,
    next_at bigint not null,
    error varchar(100) not null,
    detail varchar(500) not null,
    external_id varchar(200) not null,
    created_at bigint not null,
    sent_at bigint,
    version bigint not null
);
create unique index ux_delivery_once on q_messenger.delivery (once_key);
create index ix_delivery_due on q_messenger.delivery (state, next_at);
create index ix_delivery_newest on q_messenger.delivery (state, id desc);
create index ix_delivery_connection on q_messenger.delivery (connection_id, id desc);
create index ix_delivery_chat on q_messenger.delivery (chat_id, id desc);

-- What came by webhook: taken in at once, worked on later. The digest makes each count once.
create table q_messenger.hook_event (
    id varchar(26) not null primary key,
    connection_id varchar(26) not null,
    digest varchar(64) not null,
    name varchar(100) not null,
    happened_at bigint not null,
    received_at bigint not null,
    payload_sealed varchar(32000) not null,
    state varchar(10) not null,
    attempts integer not null,
    next_at bigint not null,
    error varchar(100) not null,
    version bigint not null
);
create unique index ux_event_digest on q_messenger.hook_event (connection_id, digest);
create index ix_event_due on q_messenger.hook_event (state, next_at);
create index ix_event_newest on q_messenger.hook_event (state, id desc);
create index ix_event_connection on q_messenger.hook_event (connection_id, id desc);
