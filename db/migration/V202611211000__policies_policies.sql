-- A policy and its append-only versions. Kind and team stand with the version: a name that was
-- deleted may come back as something else.
create table policies (
	id uuid primary key default gen_random_uuid(),
	name text not null unique,
	current_number integer not null default 0 check (current_number >= 0)
);

create table policy_versions (
	policy_id uuid not null references policies,
	number integer not null check (number > 0),
	kind text not null,
	team text not null,
	text text,
	revision bigint not null,
	author text not null,
	created_at timestamptz not null,
	primary key (policy_id, number)
);

create function policy_versions_are_kept() returns trigger language plpgsql as $$
begin
	raise exception 'a version of a policy is never changed or removed';
end
$$;

create trigger policy_versions_are_kept before update or delete on policy_versions
	for each row execute function policy_versions_are_kept();
