alter table rollouts_step add column version bigint not null default 0;
alter table rollouts_step add column skipped_down boolean not null default false;

comment on column rollouts_step.version is 'counts what happened to it: a person who retries or skips it carries the one that was read';
comment on column rollouts_step.skipped_down is 'whether the replica did not answer when a person left it out';

alter table rollouts_wave add column gate_patience_millis bigint;

comment on column rollouts_wave.gate_patience_millis is 'how long its gate may take to pass while somebody looks';

alter table rollouts_step add column origin jsonb;

comment on column rollouts_step.origin is 'what ran there before anything was ever proven, to go back to';

alter table rollouts_rollout add column causes jsonb not null default '[]';

comment on column rollouts_rollout.causes is 'what the reason comes from, each a sentence of its own';
