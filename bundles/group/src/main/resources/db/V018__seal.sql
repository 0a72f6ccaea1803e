-- By which rule a directive is sealed: those of the second have their kind in it, those before verify as they were sealed.
alter table q_group.directive add column seal_version integer default 1 not null;
