with s as materialized (select a.id, a.name, a.since, a.tracked from accounts a where true),
"r0" as (select account_id, sum(case when coalesce(e.count, 1) <= 1e290 then coalesce(e.count, 1) else 'infinity' end) as "r0_0" from "events" "e" where e.name = $1::text and (e.properties ->> $2::text) in ($3::text) and e.at >= (to_timestamp($4::double precision / 1000) at time zone 'UTC') and e.at < (to_timestamp($5::double precision / 1000) at time zone 'UTC') group by account_id),
"r1" as (select account_id, array_agg(coalesce(f.number, cast(f.boolean as integer)) order by coalesce(f.at, (to_timestamp($6::double precision / 1000) at time zone 'UTC')) desc) as "r1_0", array_agg(round(date_part('epoch', date_trunc('milliseconds', f.at)) * 1000) order by coalesce(f.at, (to_timestamp($7::double precision / 1000) at time zone 'UTC')) desc) as "r1_1" from "facts" "f" where f.name = $8::text and (f.at is null or f.at < (to_timestamp($9::double precision / 1000) at time zone 'UTC')) group by account_id),
"r2" as (select account_id, max(e."score") as "r2_0", max(e."tier") as "r2_1", max(e."reason") as "r2_2", max(e."author") as "r2_3", max(e."begun") as "r2_4", max(e."ends") as "r2_5" from (select * from (select o.account_id, o.score, o.tier, o.reason, o.author, round(date_part('epoch', date_trunc('milliseconds', o.at)) * 1000) as begun, round(date_part('epoch', date_trunc('milliseconds', o.expires)) * 1000) as ends, row_number() over (partition by o.account_id order by round(date_part('epoch', date_trunc('milliseconds', o.at)) * 1000) desc, coalesce(o.score, 101), coalesce(o.tier, '') collate "C", o.reason collate "C", o.author collate "C", coalesce(round(date_part('epoch', date_trunc('milliseconds', o.expires)) * 1000), 1e16)) as place
from overrides o where o.at < (to_timestamp($10::double precision / 1000) at time zone 'UTC') and (o.expires is null or not o.expires < (to_timestamp($11::double precision / 1000) at time zone 'UTC'))) ranked where place = 1) e where true group by account_id),
"r3" as (select account_id, max(e."tier") as "r3_0" from (select * from (select h.account_id, h.tier, row_number() over (partition by h.account_id order by round(date_part('epoch', date_trunc('milliseconds', h.at)) * 1000) desc, h.version collate "C", h.tier collate "C") as place
from history h where h.tier is not null and h.at < (to_timestamp($12::double precision / 1000) at time zone 'UTC') and (h.version ~ $13::text) and not exists (select 1 from overrides o where o.account_id = h.account_id and round(date_part('epoch', date_trunc('milliseconds', o.at)) * 1000) <= round(date_part('epoch', date_trunc('milliseconds', h.at)) * 1000) and (o.expires is null or round(date_part('epoch', date_trunc('milliseconds', h.at)) * 1000) < round(date_part('epoch', date_trunc('milliseconds', o.expires)) * 1000)))) ranked where place = 1) e where true group by account_id),
"r4" as (select account_id, max(e."score") as "r4_0", max(e."seen") as "r4_1" from (select * from (select p.account_id, p.seen, p.score, row_number() over (partition by p.account_id order by abs(p.seen - cast($14::double precision as double precision)), p.seen, p.score) as place
from (select h.account_id, round(date_part('epoch', date_trunc('milliseconds', h.at)) * 1000) as seen,
case when h.has_computed then h.computed when max(case when o.score is not null then round(date_part('epoch', date_trunc('milliseconds', o.at)) * 1000) end) >= coalesce(max(case when o.score is null then round(date_part('epoch', date_trunc('milliseconds', o.at)) * 1000) end), -1e16) then null else h.score end as score
from history h left join overrides o on o.account_id = h.account_id and round(date_part('epoch', date_trunc('milliseconds', o.at)) * 1000) <= round(date_part('epoch', date_trunc('milliseconds', h.at)) * 1000) and (o.expires is null or round(date_part('epoch', date_trunc('milliseconds', h.at)) * 1000) < round(date_part('epoch', date_trunc('milliseconds', o.expires)) * 1000))
where h.at < (to_timestamp($15::double precision / 1000) at time zone 'UTC') and (h.version ~ $13::text) and not h.at < (to_timestamp($16::double precision / 1000) at time zone 'UTC') and h.at < (to_timestamp($17::double precision / 1000) at time zone 'UTC')
group by h.account_id, h.at, h.score, h.computed, h.has_computed) p where p.score is not null) ranked where place = 1) e where true group by account_id),
"s0" as materialized (select a.*, "r0_0", "r1_0", "r1_1", "r2_0", "r2_1", "r2_2", "r2_3", "r2_4", "r2_5", "r3_0", "r4_0", "r4_1"
from s a
left join "r0" on "r0".account_id = a.id
left join "r1" on "r1".account_id = a.id
left join "r2" on "r2".account_id = a.id
left join "r3" on "r3".account_id = a.id
left join "r4" on "r4".account_id = a.id),
"s1" as materialized (select a."id", a."name", a."r2_0", a."r2_1", a."r2_2", a."r2_3", a."r4_0", a."r2_4"
, (to_timestamp($18::double precision / 1000) at time zone 'UTC') as "y15"
, coalesce($19::text, '') as "y16"
, coalesce($20::text, '') as "y17"
, (floor(a."r2_0" * 1099511627776 + 0.5) / 1099511627776) as "y3"
, case when coalesce((cast(a.tracked as text[]) @> array[$1::text]), true) then coalesce(case when abs(a."r0_0") < 1000 then (floor(a."r0_0" * 1000000 + 0.5) / 1000000) when abs(a."r0_0") < 1000000 then (floor(a."r0_0" * 1000000 + 0.5) / 1000000) when abs(a."r0_0") < 1000000000 then (floor(a."r0_0" * 1000000 + 0.5) / 1000000) when abs(a."r0_0") < 1000000000000 then (floor(a."r0_0" * 1000 + 0.5) / 1000) when abs(a."r0_0") < 1000000000000000 then (floor(a."r0_0" * 1 + 0.5) / 1) else a."r0_0" end, 0) end as "m0"
, (a."r1_0")[1] as "m1"
from "s0" a),
"s2" as materialized (select a."id", a."name", a."y15", a."y16", a."y17", a."r2_0", a."r2_1", a."r2_2", a."r2_3", a."m0", a."m1", a."y3", a."r4_0", a."r2_4"
, case when abs(a."m0") <= 1.7976931348623157e308 then 0 else 1 end as "x0"
, case when abs(a."m1") <= 1.7976931348623157e308 then 0 else 1 end as "x2"
, (floor(a."y3" * 1000000000000 + 0.5) / 1000000000000) as "y6"
, (case when abs(a."m0") <= 1.7976931348623157e308 then a."m0" end < cast($21::double precision as double precision)) as "y14"
from "s1" a),
"s3" as materialized (select a."id", a."name", a."y15", a."y16", a."y17", a."r2_0", a."r2_1", a."r2_2", a."r2_3", a."y14", a."m0", a."m1", a."y3", a."y6", a."r4_0", a."x0", a."x2", a."r2_4"
, ((cast($22::double precision as double precision) * (((case when (a."x0" = 0 or a."x0" = 3) then cast($23::double precision as double precision) else 0 end + case when (a."x2" = 0 or a."x2" = 3) then cast($24::double precision as double precision) else 0 end) / cast($25::double precision as double precision)))) / cast($26::double precision as double precision)) as "x10"
, case a."x0" when 0 then (case when a."m0" >= cast($27::double precision as double precision) then 100 when a."m0" <= cast($28::double precision as double precision) then 0 else a."m0" / cast($29::double precision as double precision) * 100 end + 1e-100 - 1e-100) else null end as "x1"
, case a."x2" when 0 then (case when a."m1" >= cast($30::double precision as double precision) then 100 when a."m1" <= cast($31::double precision as double precision) then 0 else a."m1" / cast($32::double precision as double precision) * 100 end + 1e-100 - 1e-100) else null end as "x3"
, case a."x0" when 0 then $33::text when 1 then $34::text when 2 then $35::text when 3 then $36::text end as "y18"
, case a."x2" when 0 then $33::text when 1 then $34::text when 2 then $35::text when 3 then $36::text end as "y22"
from "s2" a),
"s4" as materialized (select a."id", a."name", a."y15", a."y16", a."y17", a."r2_0", a."r2_1", a."r2_2", a."r2_3", a."y18", a."y22", a."y14", a."m0", a."m1", a."x1", a."x3", a."y3", a."y6", a."r4_0", a."x0", a."x2", a."x10", a."r2_4"
, least(1, (floor(a."x10" * 1000000000000 + 0.5) / 1000000000000)) as "x12"
, (case when a."x1" is null then 0 else cast($37::double precision as double precision) end + case when a."x3" is null then 0 else cast($38::double precision as double precision) end) as "x4"
, ((cast($39::double precision as double precision) * (((case when a."x0" = 0 then cast($40::double precision as double precision) * a."x1" else 0 end + case when a."x2" = 0 then cast($41::double precision as double precision) * a."x3" else 0 end) / cast($42::double precision as double precision)))) / cast($43::double precision as double precision)) as "x11"
, a."x1" as "y19"
, a."x3" as "y23"
from "s3" a),
"s5" as materialized (select a."id", a."name", a."y15", a."y16", a."y17", a."x12", a."r2_0", a."r2_1", a."r2_2", a."r2_3", a."y18", a."y19", a."y22", a."y23", a."y14", a."m0", a."m1", a."y3", a."y6", a."r4_0", a."x0", a."x2", a."x11", a."x10", a."r2_4", a."x1", a."x3"
, (case when a."x4" > 0 then least(100, (coalesce(cast($44::double precision as double precision) * a."x1", 0) + coalesce(cast($45::double precision as double precision) * a."x3", 0)) / a."x4") end + 1e-100 - 1e-100) as "x5"
, (case when a."x4" > 0 and a."x1" is not null then cast($46::double precision as double precision) / a."x4" else 0 end + 1e-100 - 1e-100) as "x19"
, (case when a."x4" > 0 and a."x3" is not null then cast($47::double precision as double precision) / a."x4" else 0 end + 1e-100 - 1e-100) as "x20"
from "s4" a),
"s6" as materialized (select a."id", a."name", a."y15", a."y16", a."y17", a."x12", a."r2_0", a."r2_1", a."r2_2", a."r2_3", a."y18", a."y19", a."y22", a."y23", a."y14", a."m0", a."m1", a."x5", a."y3", a."y6", a."r4_0", a."x0", a."x2", a."x11", a."x10", a."r2_4", a."x1", a."x19", a."x3", a."x20"
, (case when a."x5" is null then 0 else cast($48::double precision as double precision) end) as "x6"
, (floor(a."x5" * 1000000000000 + 0.5) / 1000000000000) as "x17"
from "s5" a),
"s7" as materialized (select a."id", a."name", a."y15", a."y16", a."y17", a."x12", a."r2_0", a."r2_1", a."r2_2", a."r2_3", a."x17", a."y18", a."y19", a."y22", a."y23", a."y14", a."m0", a."m1", a."y3", a."y6", a."r4_0", a."x0", a."x2", a."x11", a."x10", a."r2_4", a."x1", a."x19", a."x3", a."x20"
, (case when a."x6" > 0 then least(100, (coalesce(cast($49::double precision as double precision) * a."x5", 0)) / a."x6") end + 1e-100 - 1e-100) as "x7"
, (case when a."x6" > 0 and a."x5" is not null then cast($50::double precision as double precision) / a."x6" else 0 end + 1e-100 - 1e-100) as "x18"
from "s6" a),
"s8" as materialized (select a."id", a."name", a."y15", a."y16", a."y17", a."x12", a."r2_0", a."r2_1", a."r2_2", a."r2_3", a."x17", a."y18", a."y19", a."y22", a."y23", a."y14", a."m0", a."m1", a."x7", a."y3", a."y6", a."r4_0", a."x0", a."x2", a."x11", a."x10", a."r2_4", a."x1", a."x19", a."x18", a."x3", a."x20"
, case when a."x12" = 0 or a."x7" is null then case when true then 'no-data' else 'not-applicable' end when a."x12" < cast($51::double precision as double precision) then 'low-coverage' end as "x13"
, case when a."x1" is null then 0 else least(1, coalesce(a."x19", 0) * coalesce(a."x18", 0)) end as "y20"
, case when a."x3" is null then 0 else least(1, coalesce(a."x20", 0) * coalesce(a."x18", 0)) end as "y24"
from "s7" a),
"s9" as materialized (select a."id", a."name", a."y15", a."y16", a."y17", a."x12", a."x13", a."r2_0", a."r2_1", a."r2_2", a."r2_3", a."x17", a."y18", a."y19", a."y20", a."y22", a."y23", a."y24", a."y14", a."m0", a."m1", a."y3", a."y6", a."r4_0", a."x7", a."x0", a."x2", a."x11", a."x10", a."r2_4", a."x1", a."x19", a."x18", a."x3", a."x20"
, case when a."x13" is null then least(100, greatest(0, (floor(a."x7" * 1099511627776 + 0.5) / 1099511627776))) end as "x14"
from "s8" a),
"s10" as materialized (select a."id", a."name", a."y15", a."y16", a."y17", a."x12", a."x13", a."x14", a."r2_0", a."r2_1", a."r2_2", a."r2_3", a."x17", a."y18", a."y19", a."y20", a."y22", a."y23", a."y24", a."y14", a."m0", a."m1", a."y6", a."r2_4"
, coalesce(a."y3", a."x14") as "y4"
, (floor(a."x14" * 1000000000000 + 0.5) / 1000000000000) as "y1"
, a."x14" - a."r4_0" as "y13"
, case when a."x12" > 0 then case when a."x7" is not null and not ((a."x0" = 1 or a."x0" = 2) or (a."x2" = 1 or a."x2" = 2)) then coalesce(a."x14", a."x7") else least(a."x11", coalesce(coalesce(a."x14", a."x7"), a."x11")) end end as "x15"
, case when a."x12" > 0 then case when a."x7" is not null and not ((a."x0" = 1 or a."x0" = 2) or (a."x2" = 1 or a."x2" = 2)) then coalesce(a."x14", a."x7") else greatest((a."x11" + 100 * (1 - a."x10")), coalesce(coalesce(a."x14", a."x7"), (a."x11" + 100 * (1 - a."x10")))) end end as "x16"
, case when a."x14" is not null then coalesce(a."x1" * coalesce(a."x19", 0), 0) * coalesce(a."x18", 0) end as "y21"
, case when a."x14" is not null then coalesce(a."x3" * coalesce(a."x20", 0), 0) * coalesce(a."x18", 0) end as "y25"
from "s9" a),
"s11" as materialized (select a."id", a."name", a."y15", a."y16", a."y17", a."y4", a."x12", a."x13", a."y13", a."x15", a."x16", a."x14", a."r2_0", a."r2_1", a."r2_2", a."r2_3", a."x17", a."y18", a."y19", a."y20", a."y21", a."y22", a."y23", a."y24", a."y25", a."y14", a."m0", a."m1", a."y6", a."r2_4"
, case when a."y1" >= cast($52::double precision as double precision) then 1 when a."y1" >= cast($53::double precision as double precision) then 0 end as "y2"
from "s10" a),
"s12" as materialized (select a."id", a."name", a."y15", a."y16", a."y17", a."y4", a."x12", a."x13", a."y13", a."x15", a."x16", a."x14", a."r2_0", a."r2_1", a."r2_2", a."r2_3", a."x17", a."y18", a."y19", a."y20", a."y21", a."y22", a."y23", a."y24", a."y25", a."y14", a."m0", a."m1"
, coalesce((case when a."r2_1" = $54::text then 0 when a."r2_1" = $55::text then 1 end), case when a."r2_0" is not null then (case when a."y6" >= cast($56::double precision as double precision) then 1 when a."y6" >= cast($57::double precision as double precision) then 0 end) else a."y2" end) as "y8"
, case when a."r2_4" is null and a."y2" <> a."y2" then a."y2" end as "y10"
, case when a."y2" = 0 then $54::text when a."y2" = 1 then $55::text end as "y12"
from "s11" a),
"s13" as materialized (select a."id", a."name", a."y15", a."y16", a."y17", a."y4", a."x12", a."x13", a."y13", a."x15", a."x16", a."x14", a."y12", a."r2_0", a."r2_1", a."r2_2", a."r2_3", a."x17", a."y18", a."y19", a."y20", a."y21", a."y22", a."y23", a."y24", a."y25", a."y14", a."m0", a."m1"
, case when a."y8" = 0 then $54::text when a."y8" = 1 then $55::text end as "y9"
, case when a."y10" = 0 then $54::text when a."y10" = 1 then $55::text end as "y11"
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
-- 2: "feature"
-- 3: "exports"
-- 4: 1794042000000
-- 5: 1794646800000
-- 6: -62167219200001
-- 7: -62167219200001
-- 8: "seats'); drop table facts; --"
-- 9: 1794646800001
-- 10: 1794646800001
-- 11: 1794646800001
-- 12: 1794646800000
-- 13: "^(0*1(\\.0+(\\.0+)?)?)$"
-- 14: 1792227600000
-- 15: 1794646800000
-- 16: 1791622800000
-- 17: 1792832400001
-- 18: 1794646800000
-- 19: "small"
-- 20: "1"
-- 21: 1
-- 22: 1
-- 23: 2
-- 24: 1
-- 25: 3
-- 26: 1
-- 27: 10
-- 28: 1e-119
-- 29: 10
-- 30: 5
-- 31: 5e-120
-- 32: 5
-- 33: "observed"
-- 34: "missing"
-- 35: "stale"
-- 36: "not-applicable"
-- 37: 2
-- 38: 1
-- 39: 1
-- 40: 2
-- 41: 1
-- 42: 3
-- 43: 1
-- 44: 2
-- 45: 1
-- 46: 2
-- 47: 1
-- 48: 1
-- 49: 1
-- 50: 1
-- 51: 0.499999999999
-- 52: 50
-- 53: 0
-- 54: "low"
-- 55: "high"
-- 56: 50
-- 57: 0
