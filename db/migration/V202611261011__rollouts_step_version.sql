alter table rollouts_step add column version bigint not null default 0;
