create table fleet_cluster (
	id uuid primary key,
	name text not null unique,
	kind text not null,
	labels jsonb not null,
	version bigint not null
);

create table fleet_replica (
	id uuid primary key,
	cluster_id uuid not null references fleet_cluster (id),
	name text not null unique,
	url text not null unique,
	labels jsonb not null,
	access_scheme text not null,
	access_username text,
	access_secret text,
	ca_pem text,
	console_root text not null unique,
	replica_root text not null,
	file_mode text not null,
	file_owner text not null,
	prometheus_version text not null,
	version bigint not null
);

create index on fleet_replica (cluster_id);
