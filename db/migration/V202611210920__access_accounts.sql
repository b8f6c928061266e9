create table access_users (
	id uuid primary key,
	name text not null unique,
	display_name text not null,
	password_hash text not null,
	disabled boolean not null default false,
	created_at timestamptz not null,
	last_signed_in_at timestamptz,
	version bigint not null
);

create table access_teams (
	id uuid primary key,
	name text not null unique,
	display_name text not null,
	created_at timestamptz not null,
	version bigint not null
);

-- Which clusters the team's policies may target; no rows: all.
create table access_team_selectors (
	team_id uuid not null references access_teams on delete cascade,
	label text not null,
	value text not null,
	primary key (team_id, label)
);

-- The team '*' stands for the whole installation.
create table access_role_assignments (
	user_id uuid not null references access_users on delete cascade,
	role text not null,
	team text not null,
	primary key (user_id, role, team)
);

create table access_tokens (
	id uuid primary key,
	owner_id uuid not null references access_users on delete cascade,
	name text not null,
	hash text not null unique,
	team text references access_teams (name),
	created_at timestamptz not null,
	expires_at timestamptz not null,
	last_used_at timestamptz,
	revoked_at timestamptz
);

create unique index access_tokens_name on access_tokens (owner_id, name) where revoked_at is null;

create table access_token_permissions (
	token_id uuid not null references access_tokens on delete cascade,
	permission text not null,
	primary key (token_id, permission)
);

-- Sign-in attempts per account and per network address, counted before the password is checked.
create table access_attempts (
	kind text not null,
	subject text not null,
	window_started_at timestamptz not null,
	attempts integer not null,
	primary key (kind, subject)
);

create index access_attempts_window on access_attempts (window_started_at);

-- One-time secrets that create the first admin, or bring a lost one back.
create table access_setup_secrets (
	hash text primary key,
	created_at timestamptz not null,
	expires_at timestamptz not null
);

-- Sessions, in the shape that Spring Session reads and writes (its schema-postgresql.sql).
create table spring_session (
	primary_id char(36) not null constraint spring_session_pk primary key,
	session_id char(36) not null,
	creation_time bigint not null,
	last_access_time bigint not null,
	max_inactive_interval int not null,
	expiry_time bigint not null,
	principal_name varchar(100)
);

create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);

create table spring_session_attributes (
	session_primary_id char(36) not null references spring_session (primary_id) on delete cascade,
	attribute_name varchar(200) not null,
	attribute_bytes bytea not null,
	constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name)
);
