-- Every decision on a group, with what the group was called and where it lived from that day on: the list of any day is
-- read from here alone.
create table q_group.group_decision (
    id varchar(26) not null primary key,
    group_id varchar(26) not null,
    -- 1, 2, 3 … in its group; a later one never takes effect before an earlier one
    place integer not null,
    disposition varchar(20) not null,
    authority varchar(200) not null,
    number varchar(60) not null,
    decided_on date not null,
    signer varchar(120) not null,
    reason varchar(500) not null,
    look_alike_reason varchar(500) not null,
    effective_on date not null,
    -- the day on which the next decision takes effect
    until_on date,
    into_id varchar(26),
    code varchar(20) not null,
    name varchar(200) not null,
    name_folded varchar(200) not null,
    sort_key varchar(420) not null,
    platform varchar(20) not null,
    ends_on date,
    status varchar(20) not null,
    -- empty for what was decided before decisions were kept
    recorded_at bigint,
    recorded_by varchar(200) not null
);
create unique index ux_decision_place on q_group.group_decision (group_id, place);
create index ix_decision_newest on q_group.group_decision (effective_on desc, id desc);
create index ix_decision_oldest on q_group.group_decision (effective_on, id);
create index ix_decision_day on q_group.group_decision (sort_key, id, status, effective_on, until_on, ends_on);

insert into q_group.group_decision (id, group_id, place, disposition, authority, number, decided_on, signer, reason,
    look_alike_reason, effective_on, until_on, code, name, name_folded, sort_key, platform, ends_on, status, recorded_by)
    select id, id, 1, 'RECOGNISE', '', decision_number, decision_date, decision_signer, '', '', decision_date,
        dissolving_date, code, name, name_folded, sort_key, platform, ends_on, 'ACTIVE', ''
    from q_group.messaging_group;
insert into q_group.group_decision (id, group_id, place, disposition, authority, number, decided_on, signer, reason,
    look_alike_reason, effective_on, code, name, name_folded, sort_key, platform, ends_on, status, recorded_by)
    select 'D' || substr(id, 2), id, 2, 'DISBAND', '', dissolving_number, dissolving_date, dissolving_signer, '', '',
        dissolving_date, code, name, name_folded, sort_key, platform, ends_on, 'DISSOLVED', ''
    from q_group.messaging_group where dissolving_date is not null;

-- What ends soon is looked for every hour.
create index ix_group_ends on q_group.messaging_group (status, ends_on);
