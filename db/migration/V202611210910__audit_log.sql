create table audit_entries (
	seq bigint primary key,
	at timestamptz not null,
	actor_type text not null,
	actor_id uuid not null,
	actor_name text not null,
	source text not null,
	action text not null,
	object_type text not null,
	object_id text not null,
	before text,
	after text,
	reason text,
	request_id text,
	previous_hash text not null,
	hash text not null
);

create index audit_entries_at on audit_entries (at);
create index audit_entries_actor on audit_entries (actor_name, seq);
create index audit_entries_action on audit_entries (action, seq);
create index audit_entries_object on audit_entries (object_type, object_id, seq);

-- The end of the chain. Its row lock makes the numbers gapless and the order that of the commits.
create table audit_head (
	id smallint primary key check (id = 1),
	seq bigint not null,
	hash text not null
);

insert into audit_head (id, seq, hash) values (1, 0, repeat('0', 64));

create function audit_refuse_change() returns trigger language plpgsql as $$
begin
	raise exception 'audit log is append-only: % of % refused', tg_op, tg_table_name
		using errcode = 'insufficient_privilege', hint = 'Run "bin/firekeeper audit verify" to check the chain.';
end
$$;

create function audit_head_moves_by_one() returns trigger language plpgsql as $$
begin
	if new.seq <> old.seq + 1 then
		raise exception 'audit log is append-only: its head moves from % to % only', old.seq, old.seq + 1
			using errcode = 'insufficient_privilege';
	end if;
	return new;
end
$$;

create trigger audit_entries_append_only before update or delete or truncate on audit_entries
	for each statement execute function audit_refuse_change();
alter table audit_entries enable always trigger audit_entries_append_only;

create trigger audit_head_stays before delete or truncate on audit_head
	for each statement execute function audit_refuse_change();
alter table audit_head enable always trigger audit_head_stays;

create trigger audit_head_moves_by_one before update on audit_head
	for each row execute function audit_head_moves_by_one();
alter table audit_head enable always trigger audit_head_moves_by_one;
