create table secrets (
	name text primary key,
	version int not null check (version > 0),
	ciphertext bytea not null,
	description text not null,
	updated_by text not null,
	updated_at timestamptz not null
);

-- Moves with every write, so that every console knows when to read the values again.
create table secrets_generation (
	id smallint primary key check (id = 1),
	generation bigint not null
);

insert into secrets_generation (id, generation) values (1, 0);

-- A known text under the master key: a console with another key does not start.
create table secrets_key_check (
	id smallint primary key check (id = 1),
	ciphertext bytea not null
);
