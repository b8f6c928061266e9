create table telemetry_proven (
	id bigint generated always as identity primary key,
	replica_id uuid not null,
	revision bigint not null,
	approved_digest text not null,
	delivered_digest text not null,
	bundle jsonb not null,
	proof jsonb not null,
	proven_at timestamptz not null,
	last boolean not null
);

create unique index telemetry_proven_last on telemetry_proven (replica_id) where last;

create index on telemetry_proven (replica_id, approved_digest);
