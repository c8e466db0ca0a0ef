const day = 86_400_000;

/**
 * Statements that make accounts, facts and events of nothing but their numbers, the same in every run: a year of use with
 * features, teams and people, and now and then a ticket, an invoice, a touchpoint, a tag, a downgrade or a milestone. The
 * events lie in the order in which they happened, as in a warehouse.
 */
export function madeUp(accounts: number, events: number, now: number): string[] {
  const at = (ms: number) => `make_timestamp(${Math.round(ms) * 1000})`;
  /** A number 0 ≤ x < `most` from a row's number and a name for what it is for. */
  const draw = (of: string, name: string, most: number) => `cast(hash(${of}, '${name}') % ${most} as bigint)`;
  const share = (of: string, name: string) => `(${draw(of, name, 1_000_000)} / 1000000.0)`;
  const fact = (name: string, number: string, when: string, holds = 'true') =>
    `select id, '${name}', ${when}, cast(${number} as double), null, null from accounts, (select cast(substr(id, 2) as bigint) as n) where ${holds}`;
  return [
    `create table accounts as select 'a' || i as id, 'Account ' || i as name,
       ${at(now)} - to_milliseconds(cast(${share('i', 'since')} * ${1500 * day} as bigint)) as since, cast(null as varchar[]) as tracked
     from range(${accounts}) t(i)`,
    `create table facts(account_id varchar, name varchar, "at" timestamp, number double, text varchar, boolean boolean)`,
    `insert into facts
       ${fact('seats', `3 + ${draw('n', 'seats', 60)}`, `${at(now - 600 * day)}`)} union all
       ${fact('seats', `3 + ${draw('n', 'seats2', 60)}`, `${at(now - 30 * day)}`, `${draw('n', 'grown', 3)} = 0`)} union all
       ${fact('keyFeatures', `4 + ${draw('n', 'key', 5)}`, 'null')} union all
       ${fact('features', '12', 'null')} union all
       ${fact('employees', `1 + ${draw('n', 'size', 2000)}`, 'null')} union all
       ${fact('csat', share('n', 'csat'), `${at(now)} - to_days(cast(${draw('n', 'csatAt', 300)} as integer))`, `${draw('n', 'hasCsat', 5)} > 0`)} union all
       ${fact('nps', `${draw('n', 'nps', 200)} - 100`, `${at(now)} - to_days(cast(${draw('n', 'npsAt', 300)} as integer))`, `${draw('n', 'hasNps', 3)} > 0`)} union all
       ${fact('training', share('n', 'training'), 'null', `${draw('n', 'trained', 2)} = 0`)}`,
    `insert into facts select id, 'renewal', null, null, strftime(${at(now)} + to_days(cast(${draw('substr(id, 2)', 'renewal', 400)} as integer) - 20), '%Y-%m-%d'), null from accounts`,
    `create table overrides(account_id varchar, score double, tier varchar, reason varchar, author varchar, "at" timestamp, expires timestamp)`,
    `create table history(account_id varchar, "at" timestamp, score double, coverage double, tier varchar, version varchar, computed double, has_computed boolean, dimensions json, signals varchar[])`,
    `create table events as
     with drawn as (
       select i, 'a' || (hash(i, 'whose') % ${accounts}) as account_id, hash(i, 'kind') % 1000 as kind,
         ${at(now)} - to_milliseconds(cast((1 - i / ${events}.0) * ${365 * day} as bigint)) as happened
       from range(${events}) t(i)
     ), named as (
       select *, case when kind < 960 then 'use' when kind < 975 then 'ticket' when kind < 985 then 'invoice'
         when kind < 995 then 'touchpoint' when kind < 997 then 'tag' when kind < 998 then 'plan' else 'milestone' end as name
       from drawn
     )
     select account_id, name, happened as "at",
       case when name in ('ticket', 'invoice') and hash(i, 'open') % 25 > 0
         then happened + to_hours(cast(hash(i, 'until') % 400 as integer)) end as until,
       case when name = 'use' then 'p' || (hash(i, 'who') % 40) end as user_id,
       1.0::double as count,
       cast(case name
         when 'use' then '{"feature":"f' || (hash(i, 'feature') % 12) || '","key":' || (hash(i, 'feature') % 12 < 6)::varchar
           || ',"level":"' || case when hash(i, 'feature') % 12 > 9 then 'integration' when hash(i, 'feature') % 12 > 6 then 'advanced' else 'essential' end
           || '","team":"t' || (hash(i, 'team') % 6) || '"}'
         when 'ticket' then '{"priority":"' || ['low', 'normal', 'high', 'urgent'][1 + cast(hash(i, 'priority') % 4 as integer)] || '"}'
         when 'tag' then '{"tag":"' || ['champion-left', 'being-acquired', 'case-study', 'referral'][1 + cast(hash(i, 'tag') % 4 as integer)] || '"}'
         when 'plan' then '{"change":"' || ['upgrade', 'downgrade'][1 + cast(hash(i, 'change') % 2 as integer)] || '"}'
         when 'milestone' then '{"step":"' || ['kickoff', 'data-imported', 'go-live'][1 + cast(hash(i, 'step') % 3 as integer)] || '"}'
       end as json) as properties
     from named`,
  ];
}
