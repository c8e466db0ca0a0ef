const day = 86_400_000;

/** What is not yet due has no score, and is no gap in what is seen either. */
const notDue = new Set(['kickoff', 'data_imported', 'go_live']);

/**
 * The score of the preset `b2b-saas` as somebody would write it who wants this score and no other: events are read once,
 * and only what the score needs is worked out. Rows of `account_id` and `score`.
 */
export function handWritten(now: number): string {
  const at = (ago: number) => `make_timestamp(${(now - ago * day) * 1000})`;
  const within = (days: number) => `e.at >= ${at(days)} and e.at < ${at(0)}`;
  const property = (key: string) => `e.${key}`;
  const fact = (name: string) => `max(case when name = '${name}' then number end)`;
  const asked = (name: string) => `max(case when name = '${name}' then epoch_ms("at") end)`;
  const ramp = (value: string, worst: number, best: number | string) =>
    `case when ${value} is not null then 100 * greatest(0, least(1, (${value} - ${worst}) / (${best} - ${worst}::double))) end`;
  const done = (step: string) =>
    `min(e.at) filter (e.name = 'milestone' and ${property('step')} = '${step}' and e.at < ${at(0)})`;
  const action = (reached: string, days: number) => `case
    when ${reached} is null then case when since + to_days(${days}) <= ${at(0)} then 0 end
    when ${reached} <= since + to_days(${days}) then 100 else 50 end`;
  /** The mean of the metrics that are there, by their weights; null where none is. */
  const mean = (metrics: readonly (readonly [score: string, weight: string])[]) =>
    `(${metrics.map(([score, weight]) => `coalesce(${score} * ${weight}, 0)`).join(' + ')}) /
     nullif(${metrics.map(([score, weight]) => `case when ${score} is not null then ${weight} else 0 end`).join(' + ')}, 0)`;
  const isSeen = (score: string) => (notDue.has(score) ? 'true' : `${score} is not null`);
  const seen = (metrics: readonly (readonly [score: string, weight: string])[]) =>
    `(${metrics.map(([score, weight]) => `case when ${isSeen(score)} then ${weight} else 0 end`).join(' + ')})::double`;
  const all = (metrics: readonly (readonly [score: string, weight: string])[]) =>
    `(${metrics.map(([, weight]) => weight).join(' + ')})`;
  const dimensions = {
    adoption: [
      ['seat_use', 'w_seat_use'],
      ['key_features', 'w_key_features'],
      ['days_active', 'w_days_active'],
      ['usage_change', 'w_usage_change'],
      ['departments', "case when segment = 'enterprise' then 3 else 0 end"],
      ['feature_breadth', "case when segment = 'mid-market' then 3 else 0 end"],
      ['kickoff', "case when stage = 'onboarding' then 1 else 0 end"],
      ['data_imported', "case when stage = 'onboarding' then 2 else 0 end"],
      ['go_live', "case when stage = 'onboarding' then 4 else 0 end"],
      ['trained', "case when stage = 'onboarding' then 2 else 0 end"],
      ['time_to_value', "case when stage = 'adoption' then 1 else 0 end"],
    ],
    service: [
      ['urgent_open', '2'],
      ['csat_score', '2'],
    ],
    relationship: [
      ['last_touchpoint', '2'],
      ['touched', '1'],
    ],
    financial: [
      ['overdue', '2'],
      ['downgraded', '1'],
    ],
    sentiment: [
      ['nps_score', '2'],
      ['risk_tags', '2'],
    ],
  } as const;
  const weights = {
    adoption: [35, 30],
    service: [20, 20],
    relationship: [20, 25],
    financial: [15, 20],
    sentiment: [10, 15],
  };
  const weight = (name: keyof typeof weights) => {
    const [usual, renewal] = weights[name];
    return usual === renewal ? `${usual}` : `case when stage = 'renewal' then ${renewal} else ${usual} end`;
  };
  const names = Object.keys(dimensions) as (keyof typeof dimensions)[];
  return `
with newest as (
  select account_id, name, "at", number, text from facts where "at" is null or "at" <= ${at(0)}
  qualify row_number() over (partition by account_id, name order by "at" desc nulls last) = 1
), f as (
  select account_id, ${fact('seats')} as seats, ${fact('keyFeatures')} as key_total, ${fact('features')} as features,
    ${fact('employees')} as employees, ${fact('csat')} as csat, ${asked('csat')} as csat_at, ${fact('nps')} as nps,
    ${asked('nps')} as nps_at, ${fact('training')} as training,
    max(case when name = 'renewal' then epoch_ms(strptime(text, '%Y-%m-%d')) end) as renewal
  from newest group by account_id
), e as (
  -- Of use no more than the eight weeks that are asked for; of the rest, which is little, everything.
  select account_id, name, "at", until, user_id, count, ${['feature', 'key', 'team', 'priority', 'change', 'tag', 'step'].map((key) => `json_extract_string(properties, '$.${key}') as ${key}`).join(', ')}
  from events where "at" < ${at(0)} and (name <> 'use' or "at" >= ${at(56)})
), m as (
  select a.id, any_value(a.since) as since,
    count(distinct e.user_id) filter (e.name = 'use' and ${within(28)}) as users,
    count(distinct e.user_id) filter (e.name = 'use' and e.at >= ${at(56)} and e.at < ${at(28)}) as users_before,
    count(distinct ${property('feature')}) filter (e.name = 'use' and ${within(28)} and ${property('key')} = 'true') as key_used,
    count(distinct ${property('feature')}) filter (e.name = 'use' and ${within(28)}) as features_used,
    count(distinct ${property('team')}) filter (e.name = 'use' and ${within(28)}) as teams,
    count(distinct cast(e.at as date)) filter (e.name = 'use' and ${within(28)}) as days,
    sum(e.count) filter (e.name = 'ticket' and ${property('priority')} in ('high', 'urgent') and e.at <= ${at(3)} and (e.until is null or e.until > ${at(0)})) as urgent,
    sum(e.count) filter (e.name = 'invoice' and e.at <= ${at(14)} and (e.until is null or e.until > ${at(0)})) as invoices,
    max(e.at) filter (e.name = 'touchpoint' and e.at < ${at(0)}) as touched_at,
    sum(e.count) filter (e.name = 'touchpoint' and ${within(90)}) as touchpoints,
    sum(e.count) filter (e.name = 'plan' and ${property('change')} = 'downgrade' and ${within(180)}) as downgrades,
    sum(e.count) filter (e.name = 'tag' and ${property('tag')} in ('champion-left', 'being-acquired', 'strategy-changed') and ${within(90)}) as tags,
    ${done('kickoff')} as kicked_off, ${done('data-imported')} as imported, ${done('go-live')} as live
  from accounts a left join e on e.account_id = a.id group by a.id
), g as (
  select *, (${now} - epoch_ms(since)) / ${day}.0 as tenure, (renewal - ${now}) / ${day}.0 as days_left,
    case when employees >= 1000 then 'enterprise' when employees >= 100 then 'mid-market' else 'small' end as segment,
    case when tenure < 90 then 'onboarding' when days_left between 0 and 45 then 'renewal' when tenure < 365 then 'adoption' else 'maturity' end as stage
  from m join f on f.account_id = m.id
), s as (
  select *,
    ${ramp('users / seats', 0, "case when stage = 'adoption' then 0.6 else 0.85 end")} as seat_use,
    ${ramp('key_used / key_total', 0, 0.8)} as key_features,
    ${ramp('days', 0, 20)} as days_active,
    case when since > ${at(56)} or users_before = 0 then null
      when (users - users_before) / users_before >= 0.05 then 100 when (users - users_before) / users_before >= -0.05 then 80
      when (users - users_before) / users_before >= -0.2 then 50 when (users - users_before) / users_before >= -0.4 then 25 else 0 end as usage_change,
    case when segment = 'enterprise' then ${ramp('teams', 1, 5)} end as departments,
    case when segment = 'mid-market' then ${ramp('features_used / features', 0, 0.6)} end as feature_breadth,
    case when stage = 'onboarding' then ${action('kicked_off', 14)} end as kickoff,
    case when stage = 'onboarding' then ${action('imported', 30)} end as data_imported,
    case when stage = 'onboarding' then ${action('live', 75)} end as go_live,
    case when stage = 'onboarding' then ${ramp('training', 0, 0.8)} end as trained,
    case when stage = 'adoption' then ${ramp(`((epoch_ms(live) - epoch_ms(since)) / ${day}.0)`, 120, 30)} end as time_to_value,
    case coalesce(urgent, 0) when 0 then 100 when 1 then 40 when 2 then 15 else 0 end as urgent_open,
    case when csat_at >= ${now - 180 * day} then ${ramp('csat', 0.4, 0.95)} end as csat_score,
    100 * pow(0.5, (${now} - epoch_ms(touched_at)) / ${day}.0 / 45) as last_touchpoint,
    ${ramp('coalesce(touchpoints, 0)', 0, 4)} as touched,
    case coalesce(invoices, 0) when 0 then 100 when 1 then 35 else 0 end as overdue,
    case when downgrades > 0 then 20 else 100 end as downgraded,
    case when nps_at >= ${now - 180 * day} then ${ramp('nps', -50, 60)} end as nps_score,
    case coalesce(tags, 0) when 0 then 100 when 1 then 30 else 0 end as risk_tags,
    case when stage = 'onboarding' then 1 when segment in ('enterprise', 'small') then 2 else 3 end as w_seat_use,
    case when stage = 'onboarding' then 1 when segment = 'small' then 4 else 2 end as w_key_features,
    case stage when 'onboarding' then 0 when 'adoption' then 2 else 1 end as w_days_active,
    case stage when 'onboarding' then 0 when 'adoption' then 3 else 2 end as w_usage_change
  from g
), d as (
  select id, ${names.map((name) => `${mean(dimensions[name])} as ${name}, ${weight(name)} as w_${name}, ${seen(dimensions[name])} / ${all(dimensions[name])} as seen_${name}`).join(',\n    ')}
  from s
)
select id as account_id,
  case when (${names.map((name) => `w_${name} * seen_${name}`).join(' + ')}) / (${names.map((name) => `w_${name}`).join(' + ')}) >= 0.5
    then ${mean(names.map((name) => [name, `w_${name}`] as const))} end as score
from d order by id`;
}
