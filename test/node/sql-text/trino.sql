with s as  (select a.id, a.name, a.since, a.tracked from accounts a where true),
"r0" as (select account_id, sum(coalesce(e.count, 1)) as "r0_0" from "events" "e" where e.name = cast(? as varchar) and json_extract_scalar(e.properties, cast(? as varchar)) in (cast(? as varchar)) and e.at >= date_add('millisecond', cast(cast(? as varchar) as bigint), timestamp '1970-01-01 00:00:00.000000') and e.at < date_add('millisecond', cast(cast(? as varchar) as bigint), timestamp '1970-01-01 00:00:00.000000') group by account_id),
"r1" as (select account_id, max_by(coalesce(f.number, cast(f.boolean as integer)), coalesce(f.at, date_add('millisecond', cast(cast(? as varchar) as bigint), timestamp '1970-01-01 00:00:00.000000'))) as "r1_0", max_by(cast(date_diff('millisecond', timestamp '1970-01-01 00:00:00.000', date_trunc('millisecond', f.at)) as double), coalesce(f.at, date_add('millisecond', cast(cast(? as varchar) as bigint), timestamp '1970-01-01 00:00:00.000000'))) as "r1_1" from "facts" "f" where f.name = cast(? as varchar) and (f.at is null or f.at < date_add('millisecond', cast(cast(? as varchar) as bigint), timestamp '1970-01-01 00:00:00.000000')) group by account_id),
"r2" as (select account_id, max(e."score") as "r2_0", max(e."tier") as "r2_1", max(e."reason") as "r2_2", max(e."author") as "r2_3", max(e."begun") as "r2_4", max(e."ends") as "r2_5" from (select * from (select o.account_id, o.score, o.tier, o.reason, o.author, cast(date_diff('millisecond', timestamp '1970-01-01 00:00:00.000', date_trunc('millisecond', o.at)) as double) as begun, cast(date_diff('millisecond', timestamp '1970-01-01 00:00:00.000', date_trunc('millisecond', o.expires)) as double) as ends, row_number() over (partition by o.account_id order by cast(date_diff('millisecond', timestamp '1970-01-01 00:00:00.000', date_trunc('millisecond', o.at)) as double) desc, coalesce(o.score, 101), coalesce(o.tier, ''), o.reason, o.author, coalesce(cast(date_diff('millisecond', timestamp '1970-01-01 00:00:00.000', date_trunc('millisecond', o.expires)) as double), 1e16)) as place
from overrides o where o.at < date_add('millisecond', cast(cast(? as varchar) as bigint), timestamp '1970-01-01 00:00:00.000000') and (o.expires is null or not o.expires < date_add('millisecond', cast(cast(? as varchar) as bigint), timestamp '1970-01-01 00:00:00.000000'))) ranked where place = 1) e where true group by account_id),
"r3" as (select account_id, max(e."tier") as "r3_0" from (select * from (select h.account_id, h.tier, row_number() over (partition by h.account_id order by cast(date_diff('millisecond', timestamp '1970-01-01 00:00:00.000', date_trunc('millisecond', h.at)) as double) desc, h.version, h.tier) as place
from history h where h.tier is not null and h.at < date_add('millisecond', cast(cast(? as varchar) as bigint), timestamp '1970-01-01 00:00:00.000000') and regexp_like(h.version, cast(? as varchar)) and not exists (select 1 from overrides o where o.account_id = h.account_id and cast(date_diff('millisecond', timestamp '1970-01-01 00:00:00.000', date_trunc('millisecond', o.at)) as double) <= cast(date_diff('millisecond', timestamp '1970-01-01 00:00:00.000', date_trunc('millisecond', h.at)) as double) and (o.expires is null or cast(date_diff('millisecond', timestamp '1970-01-01 00:00:00.000', date_trunc('millisecond', h.at)) as double) < cast(date_diff('millisecond', timestamp '1970-01-01 00:00:00.000', date_trunc('millisecond', o.expires)) as double)))) ranked where place = 1) e where true group by account_id),
"r4" as (select account_id, max(e."score") as "r4_0", max(e."seen") as "r4_1" from (select * from (select p.account_id, p.seen, p.score, row_number() over (partition by p.account_id order by abs(p.seen - cast(cast(? as double) as double)), p.seen, p.score) as place
from (select h.account_id, cast(date_diff('millisecond', timestamp '1970-01-01 00:00:00.000', date_trunc('millisecond', h.at)) as double) as seen,
case when h.has_computed then h.computed when max(case when o.score is not null then cast(date_diff('millisecond', timestamp '1970-01-01 00:00:00.000', date_trunc('millisecond', o.at)) as double) end) >= coalesce(max(case when o.score is null then cast(date_diff('millisecond', timestamp '1970-01-01 00:00:00.000', date_trunc('millisecond', o.at)) as double) end), -1e16) then null else h.score end as score
from history h left join overrides o on o.account_id = h.account_id and cast(date_diff('millisecond', timestamp '1970-01-01 00:00:00.000', date_trunc('millisecond', o.at)) as double) <= cast(date_diff('millisecond', timestamp '1970-01-01 00:00:00.000', date_trunc('millisecond', h.at)) as double) and (o.expires is null or cast(date_diff('millisecond', timestamp '1970-01-01 00:00:00.000', date_trunc('millisecond', h.at)) as double) < cast(date_diff('millisecond', timestamp '1970-01-01 00:00:00.000', date_trunc('millisecond', o.expires)) as double))
where h.at < date_add('millisecond', cast(cast(? as varchar) as bigint), timestamp '1970-01-01 00:00:00.000000') and regexp_like(h.version, cast(? as varchar)) and not h.at < date_add('millisecond', cast(cast(? as varchar) as bigint), timestamp '1970-01-01 00:00:00.000000') and h.at < date_add('millisecond', cast(cast(? as varchar) as bigint), timestamp '1970-01-01 00:00:00.000000')
group by h.account_id, h.at, h.score, h.computed, h.has_computed) p where p.score is not null) ranked where place = 1) e where true group by account_id),
"s0" as  (select a.*, "r0_0", "r1_0", "r1_1", "r2_0", "r2_1", "r2_2", "r2_3", "r2_4", "r2_5", "r3_0", "r4_0", "r4_1"
from s a
left join "r0" on "r0".account_id = a.id
left join "r1" on "r1".account_id = a.id
left join "r2" on "r2".account_id = a.id
left join "r3" on "r3".account_id = a.id
left join "r4" on "r4".account_id = a.id),
"s1" as  (select a."id", a."name", a."r2_0", a."r2_1", a."r2_2", a."r2_3", a."r4_0", a."r2_4"
, date_add('millisecond', cast(cast(? as varchar) as bigint), timestamp '1970-01-01 00:00:00.000000') as "y15"
, coalesce(cast(? as varchar), '') as "y16"
, coalesce(cast(? as varchar), '') as "y17"
, (floor(a."r2_0" * 1099511627776 + 0.5) / 1099511627776) as "y3"
, case when coalesce(contains(a.tracked, cast(? as varchar)), true) then coalesce(case when abs(a."r0_0") < 1000 then (floor(a."r0_0" * 1000000 + 0.5) / 1000000) when abs(a."r0_0") < 1000000 then (floor(a."r0_0" * 1000000 + 0.5) / 1000000) when abs(a."r0_0") < 1000000000 then (floor(a."r0_0" * 1000000 + 0.5) / 1000000) when abs(a."r0_0") < 1000000000000 then (floor(a."r0_0" * 1000 + 0.5) / 1000) when abs(a."r0_0") < 1000000000000000 then (floor(a."r0_0" * 1 + 0.5) / 1) else a."r0_0" end, 0) end as "m0"
, a."r1_0" as "m1"
from "s0" a),
"s2" as  (select a."id", a."name", a."y15", a."y16", a."y17", a."r2_0", a."r2_1", a."r2_2", a."r2_3", a."m0", a."m1", a."y3", a."r4_0", a."r2_4"
, case when abs(a."m0") <= 1.7976931348623157e308 then 0 else 1 end as "x0"
, case when abs(a."m1") <= 1.7976931348623157e308 then 0 else 1 end as "x2"
, (floor(a."y3" * 1000000000000 + 0.5) / 1000000000000) as "y6"
, (case when abs(a."m0") <= 1.7976931348623157e308 then a."m0" end < cast(cast(? as double) as double)) as "y14"
from "s1" a),
"s3" as  (select a."id", a."name", a."y15", a."y16", a."y17", a."r2_0", a."r2_1", a."r2_2", a."r2_3", a."y14", a."m0", a."m1", a."y3", a."y6", a."r4_0", a."x0", a."x2", a."r2_4"
, ((cast(cast(? as double) as double) * (((case when (a."x0" = 0 or a."x0" = 3) then cast(cast(? as double) as double) else 0 end + case when (a."x2" = 0 or a."x2" = 3) then cast(cast(? as double) as double) else 0 end) / cast(cast(? as double) as double)))) / cast(cast(? as double) as double)) as "x10"
, case a."x0" when 0 then (case when a."m0" >= cast(cast(? as double) as double) then 100 when a."m0" <= cast(cast(? as double) as double) then 0 else a."m0" / cast(cast(? as double) as double) * 100 end + 1e-100 - 1e-100) else null end as "x1"
, case a."x2" when 0 then (case when a."m1" >= cast(cast(? as double) as double) then 100 when a."m1" <= cast(cast(? as double) as double) then 0 else a."m1" / cast(cast(? as double) as double) * 100 end + 1e-100 - 1e-100) else null end as "x3"
, case a."x0" when 0 then cast(? as varchar) when 1 then cast(? as varchar) when 2 then cast(? as varchar) when 3 then cast(? as varchar) end as "y18"
, case a."x2" when 0 then cast(? as varchar) when 1 then cast(? as varchar) when 2 then cast(? as varchar) when 3 then cast(? as varchar) end as "y22"
from "s2" a),
"s4" as  (select a."id", a."name", a."y15", a."y16", a."y17", a."r2_0", a."r2_1", a."r2_2", a."r2_3", a."y18", a."y22", a."y14", a."m0", a."m1", a."x1", a."x3", a."y3", a."y6", a."r4_0", a."x0", a."x2", a."x10", a."r2_4"
, least(1, (floor(a."x10" * 1000000000000 + 0.5) / 1000000000000)) as "x12"
, (case when a."x1" is null then 0 else cast(cast(? as double) as double) end + case when a."x3" is null then 0 else cast(cast(? as double) as double) end) as "x4"
, ((cast(cast(? as double) as double) * (((case when a."x0" = 0 then cast(cast(? as double) as double) * a."x1" else 0 end + case when a."x2" = 0 then cast(cast(? as double) as double) * a."x3" else 0 end) / cast(cast(? as double) as double)))) / cast(cast(? as double) as double)) as "x11"
, a."x1" as "y19"
, a."x3" as "y23"
from "s3" a),
"s5" as  (select a."id", a."name", a."y15", a."y16", a."y17", a."x12", a."r2_0", a."r2_1", a."r2_2", a."r2_3", a."y18", a."y19", a."y22", a."y23", a."y14", a."m0", a."m1", a."y3", a."y6", a."r4_0", a."x0", a."x2", a."x11", a."x10", a."r2_4", a."x1", a."x3"
, (case when a."x4" > 0 then least(100, (coalesce(cast(cast(? as double) as double) * a."x1", 0) + coalesce(cast(cast(? as double) as double) * a."x3", 0)) / a."x4") end + 1e-100 - 1e-100) as "x5"
, (case when a."x4" > 0 and a."x1" is not null then cast(cast(? as double) as double) / a."x4" else 0 end + 1e-100 - 1e-100) as "x19"
, (case when a."x4" > 0 and a."x3" is not null then cast(cast(? as double) as double) / a."x4" else 0 end + 1e-100 - 1e-100) as "x20"
from "s4" a),
"s6" as  (select a."id", a."name", a."y15", a."y16", a."y17", a."x12", a."r2_0", a."r2_1", a."r2_2", a."r2_3", a."y18", a."y19", a."y22", a."y23", a."y14", a."m0", a."m1", a."x5", a."y3", a."y6", a."r4_0", a."x0", a."x2", a."x11", a."x10", a."r2_4", a."x1", a."x19", a."x3", a."x20"
, (case when a."x5" is null then 0 else cast(cast(? as double) as double) end) as "x6"
, (floor(a."x5" * 1000000000000 + 0.5) / 1000000000000) as "x17"
from "s5" a),
"s7" as  (select a."id", a."name", a."y15", a."y16", a."y17", a."x12", a."r2_0", a."r2_1", a."r2_2", a."r2_3", a."x17", a."y18", a."y19", a."y22", a."y23", a."y14", a."m0", a."m1", a."y3", a."y6", a."r4_0", a."x0", a."x2", a."x11", a."x10", a."r2_4", a."x1", a."x19", a."x3", a."x20"
, (case when a."x6" > 0 then least(100, (coalesce(cast(cast(? as double) as double) * a."x5", 0)) / a."x6") end + 1e-100 - 1e-100) as "x7"
, (case when a."x6" > 0 and a."x5" is not null then cast(cast(? as double) as double) / a."x6" else 0 end + 1e-100 - 1e-100) as "x18"
from "s6" a),
"s8" as  (select a."id", a."name", a."y15", a."y16", a."y17", a."x12", a."r2_0", a."r2_1", a."r2_2", a."r2_3", a."x17", a."y18", a."y19", a."y22", a."y23", a."y14", a."m0", a."m1", a."x7", a."y3", a."y6", a."r4_0", a."x0", a."x2", a."x11", a."x10", a."r2_4", a."x1", a."x19", a."x18", a."x3", a."x20"
, case when a."x12" = 0 or a."x7" is null then case when true then 'no-data' else 'not-applicable' end when a."x12" < cast(cast(? as double) as double) then 'low-coverage' end as "x13"
, case when a."x1" is null then 0 else least(1, coalesce(a."x19", 0) * coalesce(a."x18", 0)) end as "y20"
, case when a."x3" is null then 0 else least(1, coalesce(a."x20", 0) * coalesce(a."x18", 0)) end as "y24"
from "s7" a),
"s9" as  (select a."id", a."name", a."y15", a."y16", a."y17", a."x12", a."x13", a."r2_0", a."r2_1", a."r2_2", a."r2_3", a."x17", a."y18", a."y19", a."y20", a."y22", a."y23", a."y24", a."y14", a."m0", a."m1", a."y3", a."y6", a."r4_0", a."x7", a."x0", a."x2", a."x11", a."x10", a."r2_4", a."x1", a."x19", a."x18", a."x3", a."x20"
, case when a."x13" is null then least(100, greatest(0, (floor(a."x7" * 1099511627776 + 0.5) / 1099511627776))) end as "x14"
from "s8" a),
"s10" as  (select a."id", a."name", a."y15", a."y16", a."y17", a."x12", a."x13", a."x14", a."r2_0", a."r2_1", a."r2_2", a."r2_3", a."x17", a."y18", a."y19", a."y20", a."y22", a."y23", a."y24", a."y14", a."m0", a."m1", a."y6", a."r2_4"
, coalesce(a."y3", a."x14") as "y4"
, (floor(a."x14" * 1000000000000 + 0.5) / 1000000000000) as "y1"
, a."x14" - a."r4_0" as "y13"
, case when a."x12" > 0 then case when a."x7" is not null and not ((a."x0" = 1 or a."x0" = 2) or (a."x2" = 1 or a."x2" = 2)) then coalesce(a."x14", a."x7") else least(a."x11", coalesce(coalesce(a."x14", a."x7"), a."x11")) end end as "x15"
, case when a."x12" > 0 then case when a."x7" is not null and not ((a."x0" = 1 or a."x0" = 2) or (a."x2" = 1 or a."x2" = 2)) then coalesce(a."x14", a."x7") else greatest((a."x11" + 100 * (1 - a."x10")), coalesce(coalesce(a."x14", a."x7"), (a."x11" + 100 * (1 - a."x10")))) end end as "x16"
, case when a."x14" is not null then coalesce(a."x1" * coalesce(a."x19", 0), 0) * coalesce(a."x18", 0) end as "y21"
, case when a."x14" is not null then coalesce(a."x3" * coalesce(a."x20", 0), 0) * coalesce(a."x18", 0) end as "y25"
from "s9" a),
"s11" as  (select a."id", a."name", a."y15", a."y16", a."y17", a."y4", a."x12", a."x13", a."y13", a."x15", a."x16", a."x14", a."r2_0", a."r2_1", a."r2_2", a."r2_3", a."x17", a."y18", a."y19", a."y20", a."y21", a."y22", a."y23", a."y24", a."y25", a."y14", a."m0", a."m1", a."y6", a."r2_4"
, case when a."y1" >= cast(cast(? as double) as double) then 1 when a."y1" >= cast(cast(? as double) as double) then 0 end as "y2"
from "s10" a),
"s12" as  (select a."id", a."name", a."y15", a."y16", a."y17", a."y4", a."x12", a."x13", a."y13", a."x15", a."x16", a."x14", a."r2_0", a."r2_1", a."r2_2", a."r2_3", a."x17", a."y18", a."y19", a."y20", a."y21", a."y22", a."y23", a."y24", a."y25", a."y14", a."m0", a."m1"
, coalesce((case when a."r2_1" = cast(? as varchar) then 0 when a."r2_1" = cast(? as varchar) then 1 end), case when a."r2_0" is not null then (case when a."y6" >= cast(cast(? as double) as double) then 1 when a."y6" >= cast(cast(? as double) as double) then 0 end) else a."y2" end) as "y8"
, case when a."r2_4" is null and a."y2" <> a."y2" then a."y2" end as "y10"
, case when a."y2" = 0 then cast(? as varchar) when a."y2" = 1 then cast(? as varchar) end as "y12"
from "s11" a),
"s13" as  (select a."id", a."name", a."y15", a."y16", a."y17", a."y4", a."x12", a."x13", a."y13", a."x15", a."x16", a."x14", a."y12", a."r2_0", a."r2_1", a."r2_2", a."r2_3", a."x17", a."y18", a."y19", a."y20", a."y21", a."y22", a."y23", a."y24", a."y25", a."y14", a."m0", a."m1"
, case when a."y8" = 0 then cast(? as varchar) when a."y8" = 1 then cast(? as varchar) end as "y9"
, case when a."y10" = 0 then cast(? as varchar) when a."y10" = 1 then cast(? as varchar) end as "y11"
from "s12" a)
select a."id" as "account_id",
a."name" as "account_name",
a."y15" as "as_of",
a."y16" as "model",
a."y17" as "version",
a."y4" as "score",
a."y9" as "tier",
a."x12" as "coverage",
a."x13" as "reason",
a."y13" as "score_change",
a."x15" as "score_low",
a."x16" as "score_high",
a."y11" as "tier_of_score_alone",
a."x14" as "computed_score",
a."y12" as "computed_tier",
a."r2_0" as "override_score",
a."r2_1" as "override_tier",
a."r2_2" as "override_reason",
a."r2_3" as "override_author",
a."x17" as "dimension_d_score",
a."y18" as "metric_use_status",
a."y19" as "metric_use_score",
a."y20" as "metric_use_weight",
a."y21" as "metric_use_points",
a."y22" as "metric_seats_status",
a."y23" as "metric_seats_score",
a."y24" as "metric_seats_weight",
a."y25" as "metric_seats_points",
a."y14" as "signal_quiet",
a."m0" as "measure_use",
a."m1" as "measure_seats"
from "s13" a order by a.id
-- 1: "use"
-- 2: "$[\"feature\"]"
-- 3: "exports"
-- 4: "1794042000000"
-- 5: "1794646800000"
-- 6: "-62167219200001"
-- 7: "-62167219200001"
-- 8: "seats'); drop table facts; --"
-- 9: "1794646800001"
-- 10: "1794646800001"
-- 11: "1794646800001"
-- 12: "1794646800000"
-- 13: "^(0*1(\\.0+(\\.0+)?)?)$"
-- 14: 1792227600000
-- 15: "1794646800000"
-- 16: "^(0*1(\\.0+(\\.0+)?)?)$"
-- 17: "1791622800000"
-- 18: "1792832400001"
-- 19: "1794646800000"
-- 20: "small"
-- 21: "1"
-- 22: "use"
-- 23: 1
-- 24: 1
-- 25: 2
-- 26: 1
-- 27: 3
-- 28: 1
-- 29: 10
-- 30: 1e-119
-- 31: 10
-- 32: 5
-- 33: 5e-120
-- 34: 5
-- 35: "observed"
-- 36: "missing"
-- 37: "stale"
-- 38: "not-applicable"
-- 39: "observed"
-- 40: "missing"
-- 41: "stale"
-- 42: "not-applicable"
-- 43: 2
-- 44: 1
-- 45: 1
-- 46: 2
-- 47: 1
-- 48: 3
-- 49: 1
-- 50: 2
-- 51: 1
-- 52: 2
-- 53: 1
-- 54: 1
-- 55: 1
-- 56: 1
-- 57: 0.499999999999
-- 58: 50
-- 59: 0
-- 60: "low"
-- 61: "high"
-- 62: 50
-- 63: 0
-- 64: "low"
-- 65: "high"
-- 66: "low"
-- 67: "high"
-- 68: "low"
-- 69: "high"
