create table change_moves (
	id bigint generated always as identity primary key,
	change_id uuid not null references changes (id) on delete cascade,
	version bigint not null,
	at timestamptz not null,
	person text not null,
	action text not null,
	subject text not null,
	edit_version bigint
);

comment on table change_moves is 'what each version of a change did: what somebody who read an older one has missed';
comment on column change_moves.subject is 'the policy, the title or the revision that the action is about; empty for none';
comment on column change_moves.edit_version is 'the version of the edit that was saved; null for everything else';

create index change_moves_by_change on change_moves (change_id, version);
