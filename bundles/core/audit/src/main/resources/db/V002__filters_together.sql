-- Lists are filtered by several things at once: each pair that the pages offer has an index that ends in the order of the
-- list, so that a page costs the same however long the log is.
create index ix_line_thing on q_audit.audit_line (subject_id, id desc);
create index ix_line_type on q_audit.audit_line (subject_type, id desc);
create index ix_line_person_action on q_audit.audit_line (person_id, action, id desc);
create index ix_line_person_domain on q_audit.audit_line (person_id, domain, id desc);
create index ix_line_person_outcome on q_audit.audit_line (person_id, outcome, id desc);
create index ix_line_action_outcome on q_audit.audit_line (action, outcome, id desc);
create index ix_line_domain_outcome on q_audit.audit_line (domain, outcome, id desc);
