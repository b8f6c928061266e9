create table egress_rules (
	id uuid primary key,
	cidr text not null,
	port_from int not null check (port_from between 1 and 65535),
	port_to int not null check (port_to between port_from and 65535),
	scheme text not null check (scheme in ('HTTP', 'HTTPS', 'ANY')),
	note text not null,
	created_by text not null,
	created_at timestamptz not null,
	unique (cidr, port_from, port_to, scheme)
);
