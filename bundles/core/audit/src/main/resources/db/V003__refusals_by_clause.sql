-- What the guards of a clause refused, newest first: evidence that it is kept.
create index ix_line_clause on q_audit.audit_line (clause, outcome, id desc);
