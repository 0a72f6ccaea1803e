create table q_sample.thing (
    id varchar(26) not null primary key,
    name varchar(200) not null,
    since_day date not null,
    at_ms bigint not null,
    is_open boolean not null,
    long_text varchar(32000)
);
create unique index thing_name on q_sample.thing (name);
