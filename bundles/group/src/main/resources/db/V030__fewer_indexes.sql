-- Each draft pays for each index; these two are the beginnings of others (ix_directive_scan, ix_directive_authored).
drop index q_group.ix_directive_newest;
drop index q_group.ix_directive_author;
