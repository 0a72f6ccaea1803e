-- What grows with time has an index for each column by which it is sorted; Derby reads one in its own direction only.
create index ix_post_oldest on q_messenger.post (chat_id, posted_at, id);
create index ix_delivery_next on q_messenger.delivery (next_at, id);
create index ix_delivery_last on q_messenger.delivery (next_at desc, id desc);
create index ix_delivery_created on q_messenger.delivery (id desc);
create index ix_event_happened on q_messenger.hook_event (happened_at desc, id desc);
create index ix_event_first on q_messenger.hook_event (happened_at, id);
create index ix_event_name on q_messenger.hook_event (name, id);
create index ix_event_received on q_messenger.hook_event (id desc);
