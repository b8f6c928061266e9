create sequence change_numbers;

create sequence revision_numbers;

create sequence revision_begin_numbers;

create table changes (
	id uuid primary key,
	number bigint not null unique,
	title text not null,
	author_id uuid not null,
	author text not null,
	state text not null,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	version bigint not null
);

create index changes_by_state on changes (state, number desc);

create table change_contributors (
	change_id uuid not null references changes (id) on delete cascade,
	person_id uuid not null,
	primary key (change_id, person_id)
);

create table change_edits (
	id uuid primary key,
	change_id uuid not null references changes (id) on delete cascade,
	policy text not null,
	text text,
	base_number integer not null,
	updated_by text not null,
	updated_at timestamptz not null,
	version bigint not null,
	unique (change_id, policy)
);

comment on column change_edits.text is 'verbatim; null deletes the policy';
comment on column change_edits.base_number is 'the policy version it was based on; 0 when there was none';

create table change_edit_texts (
	edit_id uuid not null references change_edits (id) on delete cascade,
	version bigint not null,
	text text,
	primary key (edit_id, version)
);

comment on table change_edit_texts is 'what an edit was at its latest versions: the base for merging a stale save';

create table revisions (
	id uuid primary key,
	number bigint not null unique,
	change_number bigint,
	title text not null,
	author_id uuid not null,
	author text not null,
	state text not null,
	digest text not null,
	stamp text not null,
	returns_to bigint,
	reason text,
	created_at timestamptz not null,
	begin_number bigint,
	version bigint not null
);

comment on column revisions.stamp is 'of everything it was compiled from; as long as it is the same the base holds';
comment on column revisions.begin_number is 'the order in which revisions began';

create index revisions_by_state on revisions (state, number desc);

create index revisions_by_change on revisions (change_number);

create table revision_authors (
	revision_id uuid not null references revisions (id),
	person_id uuid not null,
	primary key (revision_id, person_id)
);

create table revision_teams (
	revision_id uuid not null references revisions (id),
	team text not null,
	primary key (revision_id, team)
);

create table revision_clusters (
	revision_id uuid not null references revisions (id),
	cluster_id uuid not null,
	primary key (revision_id, cluster_id)
);

create table revision_policies (
	revision_id uuid not null references revisions (id),
	policy_id uuid not null,
	policy text not null,
	base_number integer not null,
	number integer not null,
	primary key (revision_id, policy_id)
);

create table revision_verdicts (
	id uuid primary key,
	revision_id uuid not null references revisions (id),
	reviewer_id uuid not null,
	reviewer text not null,
	kind text not null,
	digest text not null,
	comment text not null,
	given_at timestamptz not null,
	unique (revision_id, reviewer_id, kind)
);

create table revision_bundles (
	digest text primary key,
	files json not null
);

comment on table revision_bundles is 'rendered files by their digest; json and not jsonb, since a file may hold any character';

create table revision_replicas (
	revision_number bigint not null references revisions (number),
	replica_id uuid not null,
	replica text not null,
	cluster_id uuid not null,
	cluster text not null,
	digest_before text not null references revision_bundles (digest),
	digest text not null references revision_bundles (digest),
	primary key (revision_number, replica_id)
);

create index revision_replicas_by_replica on revision_replicas (replica_id);

create table revision_reviews (
	revision_number bigint primary key references revisions (number),
	risk jsonb not null,
	findings jsonb not null
);

comment on table revision_reviews is 'what the review shows, frozen with the revision';

create table revision_snapshots (
	revision_number bigint not null references revisions (number),
	policy_id uuid not null,
	number integer not null,
	primary key (revision_number, policy_id)
);

comment on table revision_snapshots is 'the current version of every policy when the revision began';

create table cluster_heads (
	cluster_id uuid primary key,
	revision_number bigint
);

create table revision_heads_before (
	revision_number bigint not null references revisions (number),
	cluster_id uuid not null,
	head_before bigint,
	primary key (revision_number, cluster_id)
);
