-- Who answers for each group as it was last seen, so that what waits for them follows a change.
create table q_group.group_leader (
    group_id varchar(26) not null,
    person_id varchar(26) not null,
    primary key (group_id, person_id)
);
