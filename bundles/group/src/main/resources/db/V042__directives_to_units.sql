-- The units and campuses to which a directive is addressed; their names as they were when it was issued.
create table q_group.directive_unit (
    directive_id varchar(26) not null,
    unit_id varchar(26) not null,
    place integer not null,
    name varchar(200) not null,
    primary key (directive_id, unit_id)
);

-- For which of them each recipient got it: who belonged to them when it was issued.
create table q_group.receipt_unit (
    directive_id varchar(26) not null,
    unit_id varchar(26) not null,
    person_id varchar(26) not null,
    primary key (directive_id, unit_id, person_id)
);
