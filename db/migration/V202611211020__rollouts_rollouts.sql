create sequence rollouts_number;

-- A later holder of a lease always has a higher epoch, whichever rollout it drives.
create sequence rollouts_epoch;

create table rollouts_rollout (
	id uuid primary key,
	number bigint not null unique,
	revision bigint not null,
	kind text not null,
	parameters jsonb not null,
	teams jsonb not null,
	state text not null,
	paused_by_failure boolean not null,
	settled boolean not null,
	reason jsonb,
	started_by text not null,
	started_by_id uuid not null,
	started_at timestamptz not null,
	ended_at timestamptz,
	version bigint not null
);

create index rollouts_rollout_state on rollouts_rollout (state);
create index rollouts_rollout_revision on rollouts_rollout (revision);

create table rollouts_cluster (
	rollout_id uuid not null references rollouts_rollout (id),
	cluster_id uuid not null,
	cluster_name text not null,
	active boolean not null,
	primary key (rollout_id, cluster_id)
);

-- One active rollout per cluster.
create unique index rollouts_cluster_active on rollouts_cluster (cluster_id) where active;

create table rollouts_wave (
	id uuid primary key,
	rollout_id uuid not null references rollouts_rollout (id),
	wave_index integer not null,
	kind text not null,
	state text not null,
	started_at timestamptz,
	soak_until timestamptz,
	gate_until timestamptz,
	ended_at timestamptz,
	gate jsonb,
	unique (rollout_id, wave_index)
);

create table rollouts_step (
	id uuid primary key,
	wave_id uuid not null references rollouts_wave (id),
	position integer not null,
	replica_id uuid not null,
	replica_name text not null,
	cluster_id uuid not null,
	cluster_name text not null,
	state text not null,
	attempt integer not null,
	times jsonb not null,
	target_digest text not null,
	previous_revision bigint,
	previous_digest text,
	previous_delivered text,
	delivered_digest text,
	mark jsonb,
	reload_millis bigint,
	error jsonb,
	proof jsonb not null,
	reading_before jsonb,
	twin_id uuid,
	twin_name text,
	twin_before jsonb,
	skip_reason text,
	unique (wave_id, position)
);

create index rollouts_step_replica on rollouts_step (replica_id);

-- The files to deliver and to go back to, by digest.
create table rollouts_bundle (
	digest text primary key,
	files jsonb not null
);

create table rollouts_lease (
	rollout_id uuid primary key references rollouts_rollout (id),
	holder text not null,
	until timestamptz not null,
	epoch bigint not null
);

create table rollouts_event (
	id bigint generated always as identity primary key,
	rollout_id uuid not null references rollouts_rollout (id),
	at timestamptz not null,
	replica text,
	tone text not null,
	message jsonb not null
);

create index rollouts_event_rollout on rollouts_event (rollout_id, id);
