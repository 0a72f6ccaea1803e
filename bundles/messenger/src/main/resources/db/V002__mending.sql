-- Events that were refused since the last good one, and what somebody was last told of the connection.
alter table q_messenger.platform_connection add column refused_count integer not null default 0;
alter table q_messenger.platform_connection add column refused_at bigint;
alter table q_messenger.platform_connection add column told varchar(100) not null default '';
alter table q_messenger.platform_connection add column told_at bigint not null default 0;
