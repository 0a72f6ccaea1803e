-- Cases of people who join stand beside those of people who leave: the person's side and the other side confirm alike.
alter table q_directory.leaving add column direction varchar(10) default 'LEAVING' not null;
alter table q_directory.leaving_item add column by_itself boolean default false not null;
create index ix_leaving_direction on q_directory.leaving (direction, id desc);
create index ix_leaving_dir_state on q_directory.leaving (direction, state, id desc);
