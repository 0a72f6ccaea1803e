-- How to come in at remote signing services; their addresses are in the configuration.
create table q_signing.remote_service (
    name varchar(100) not null primary key,
    version integer not null,
    user_name varchar(200) not null,
    -- the secret, encrypted with the key of the installation
    sealed varchar(2000) not null,
    added_by varchar(200) not null,
    added_at bigint not null
);
