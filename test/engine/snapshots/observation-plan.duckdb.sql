-- observed_recorded_crime: reads recorded_crime, area_name, class_label, batch_release; makes observed_recorded_crime
SELECT CAST("area" AS VARCHAR) AS "area", CAST("class" AS VARCHAR) AS "class", CAST("measure" AS VARCHAR) AS "measure", CAST("part" AS VARCHAR) AS "part", CAST("period_from" AS DATE) AS "period_from", CAST("period_to" AS DATE) AS "period_to", CAST("value" AS DECIMAL(20,6)) AS "value", CAST("dataset" AS VARCHAR) AS "dataset", CAST("release" AS VARCHAR) AS "release", CAST("released" AS DATE) AS "released", CAST("batch" AS VARCHAR) AS "batch", CAST("source_line" AS BIGINT) AS "source_line", CAST("source_rows" AS BIGINT) AS "source_rows", CAST("area_found" AS VARCHAR) AS "area_found", CAST("class_found" AS VARCHAR) AS "class_found"
FROM (
SELECT a.area AS area, c.class AS class, 'recorded' AS measure, '' AS part,
  r.period_from AS period_from, CAST(r.period_from + TO_MONTHS(CAST(3 AS INTEGER)) - INTERVAL 1 DAY AS DATE) AS period_to, r.offences AS "value",
  b.dataset AS dataset, b.release AS release, b.released AS released,
  r.batch AS batch, r.source_line AS source_line, 1 AS source_rows,
  r.force_name AS area_found, r.offence_code AS class_found
FROM "recorded_crime" AS r
JOIN "batch_release" AS b ON b.batch = r.batch
LEFT JOIN "area_name" AS a ON a.name = LOWER(TRIM(r.force_name))
LEFT JOIN "class_label" AS c ON c.label = LOWER(TRIM(r.offence_code))
WHERE TRUE
) AS made;

-- observed_crime_outcome: reads crime_outcome, area_name, class_label, batch_release; makes observed_crime_outcome
SELECT CAST("area" AS VARCHAR) AS "area", CAST("class" AS VARCHAR) AS "class", CAST("measure" AS VARCHAR) AS "measure", CAST("part" AS VARCHAR) AS "part", CAST("period_from" AS DATE) AS "period_from", CAST("period_to" AS DATE) AS "period_to", CAST("value" AS DECIMAL(20,6)) AS "value", CAST("dataset" AS VARCHAR) AS "dataset", CAST("release" AS VARCHAR) AS "release", CAST("released" AS DATE) AS "released", CAST("batch" AS VARCHAR) AS "batch", CAST("source_line" AS BIGINT) AS "source_line", CAST("source_rows" AS BIGINT) AS "source_rows", CAST("area_found" AS VARCHAR) AS "area_found", CAST("class_found" AS VARCHAR) AS "class_found"
FROM (
SELECT a.area AS area, c.class AS class, 'recorded' AS measure, '' AS part,
  r.period_from AS period_from, CAST(r.period_from + TO_MONTHS(CAST(3 AS INTEGER)) - INTERVAL 1 DAY AS DATE) AS period_to, SUM(r.of_recorded) AS "value",
  b.dataset AS dataset, b.release AS release, b.released AS released,
  r.batch AS batch, MIN(r.source_line) AS source_line, COUNT(*) AS source_rows,
  r.force_name AS area_found, r.offence_code AS class_found
FROM "crime_outcome" AS r
JOIN "batch_release" AS b ON b.batch = r.batch
LEFT JOIN "area_name" AS a ON a.name = LOWER(TRIM(r.force_name))
LEFT JOIN "class_label" AS c ON c.label = LOWER(TRIM(r.offence_code))
WHERE r.of_recorded IS NOT NULL
GROUP BY r.force_name, r.offence_code, r.period_from, r.batch, a.area, c.class, b.dataset, b.release, b.released
UNION ALL
SELECT a.area AS area, c.class AS class, 'outcome-of-recorded' AS measure, r.outcome_type AS part,
  r.period_from AS period_from, CAST(r.period_from + TO_MONTHS(CAST(3 AS INTEGER)) - INTERVAL 1 DAY AS DATE) AS period_to, r.of_recorded AS "value",
  b.dataset AS dataset, b.release AS release, b.released AS released,
  r.batch AS batch, r.source_line AS source_line, 1 AS source_rows,
  r.force_name AS area_found, r.offence_code AS class_found
FROM "crime_outcome" AS r
JOIN "batch_release" AS b ON b.batch = r.batch
LEFT JOIN "area_name" AS a ON a.name = LOWER(TRIM(r.force_name))
LEFT JOIN "class_label" AS c ON c.label = LOWER(TRIM(r.offence_code))
WHERE r.of_recorded <> 0
UNION ALL
SELECT a.area AS area, c.class AS class, 'outcome-assigned' AS measure, r.outcome_type AS part,
  r.period_from AS period_from, CAST(r.period_from + TO_MONTHS(CAST(3 AS INTEGER)) - INTERVAL 1 DAY AS DATE) AS period_to, r.assigned AS "value",
  b.dataset AS dataset, b.release AS release, b.released AS released,
  r.batch AS batch, r.source_line AS source_line, 1 AS source_rows,
  r.force_name AS area_found, r.offence_code AS class_found
FROM "crime_outcome" AS r
JOIN "batch_release" AS b ON b.batch = r.batch
LEFT JOIN "area_name" AS a ON a.name = LOWER(TRIM(r.force_name))
LEFT JOIN "class_label" AS c ON c.label = LOWER(TRIM(r.offence_code))
WHERE r.assigned <> 0
) AS made;

-- observed_rolling_year: reads rolling_year, area_name, class_label, batch_release; makes observed_rolling_year
SELECT CAST("area" AS VARCHAR) AS "area", CAST("class" AS VARCHAR) AS "class", CAST("measure" AS VARCHAR) AS "measure", CAST("part" AS VARCHAR) AS "part", CAST("period_from" AS DATE) AS "period_from", CAST("period_to" AS DATE) AS "period_to", CAST("value" AS DECIMAL(20,6)) AS "value", CAST("dataset" AS VARCHAR) AS "dataset", CAST("release" AS VARCHAR) AS "release", CAST("released" AS DATE) AS "released", CAST("batch" AS VARCHAR) AS "batch", CAST("source_line" AS BIGINT) AS "source_line", CAST("source_rows" AS BIGINT) AS "source_rows", CAST("area_found" AS VARCHAR) AS "area_found", CAST("class_found" AS VARCHAR) AS "class_found"
FROM (
SELECT a.area AS area, c.class AS class, 'recorded' AS measure, '' AS part,
  CAST(r.ending + INTERVAL 1 DAY - INTERVAL 12 MONTH AS DATE) AS period_from, r.ending AS period_to, r.offences AS "value",
  b.dataset AS dataset, b.release AS release, b.released AS released,
  r.batch AS batch, r.source_line AS source_line, 1 AS source_rows,
  r.force_name AS area_found, r.offence_group AS class_found
FROM "rolling_year" AS r
JOIN "batch_release" AS b ON b.batch = r.batch
LEFT JOIN "area_name" AS a ON a.name = LOWER(TRIM(r.force_name))
LEFT JOIN "class_label" AS c ON c.label = LOWER(TRIM(r.offence_group))
WHERE TRUE
) AS made;

-- observed_published_fact: reads published_fact; makes observed_published_fact
SELECT CAST("area" AS VARCHAR) AS "area", CAST("class" AS VARCHAR) AS "class", CAST("measure" AS VARCHAR) AS "measure", CAST("part" AS VARCHAR) AS "part", CAST("period_from" AS DATE) AS "period_from", CAST("period_to" AS DATE) AS "period_to", CAST("value" AS DECIMAL(20,6)) AS "value", CAST("dataset" AS VARCHAR) AS "dataset", CAST("release" AS VARCHAR) AS "release", CAST("released" AS DATE) AS "released", CAST("batch" AS VARCHAR) AS "batch", CAST("source_line" AS BIGINT) AS "source_line", CAST("source_rows" AS BIGINT) AS "source_rows"
FROM (
SELECT "area", "class", "measure", "part", "period_from", "period_to", "value", "dataset", "release", "released", "batch", "source_line", 1 AS source_rows
FROM "published_fact"
) AS made;

-- observed_street_crime: reads street_crime, area_name, class_label, batch_release; makes observed_street_crime
SELECT CAST("area" AS VARCHAR) AS "area", CAST("class" AS VARCHAR) AS "class", CAST("measure" AS VARCHAR) AS "measure", CAST("part" AS VARCHAR) AS "part", CAST("period_from" AS DATE) AS "period_from", CAST("period_to" AS DATE) AS "period_to", CAST("value" AS DECIMAL(20,6)) AS "value", CAST("dataset" AS VARCHAR) AS "dataset", CAST("release" AS VARCHAR) AS "release", CAST("released" AS DATE) AS "released", CAST("batch" AS VARCHAR) AS "batch", CAST("source_line" AS BIGINT) AS "source_line", CAST("source_rows" AS BIGINT) AS "source_rows", CAST("area_found" AS VARCHAR) AS "area_found", CAST("class_found" AS VARCHAR) AS "class_found"
FROM (
SELECT a.area AS area, c.class AS class, 'street-recorded' AS measure, '' AS part,
  r.month AS period_from, CAST(r.month + TO_MONTHS(CAST(1 AS INTEGER)) - INTERVAL 1 DAY AS DATE) AS period_to, COUNT(*) AS "value",
  b.dataset AS dataset, b.release AS release, b.released AS released,
  r.batch AS batch, MIN(r.source_line) AS source_line, COUNT(*) AS source_rows,
  r.falls_within AS area_found, 'street: ' || r.crime_type AS class_found
FROM "street_crime" AS r
JOIN "batch_release" AS b ON b.batch = r.batch
LEFT JOIN "area_name" AS a ON a.name = LOWER(TRIM(r.falls_within))
LEFT JOIN "class_label" AS c ON c.label = LOWER(TRIM('street: ' || r.crime_type))
WHERE TRUE
GROUP BY r.falls_within, r.crime_type, r.month, r.batch, a.area, c.class, b.dataset, b.release, b.released
UNION ALL
SELECT a.area AS area, c.class AS class, 'street-outcome' AS measure, r.last_outcome AS part,
  r.month AS period_from, CAST(r.month + TO_MONTHS(CAST(1 AS INTEGER)) - INTERVAL 1 DAY AS DATE) AS period_to, COUNT(*) AS "value",
  b.dataset AS dataset, b.release AS release, b.released AS released,
  r.batch AS batch, MIN(r.source_line) AS source_line, COUNT(*) AS source_rows,
  r.falls_within AS area_found, 'street: ' || r.crime_type AS class_found
FROM "street_crime" AS r
JOIN "batch_release" AS b ON b.batch = r.batch
LEFT JOIN "area_name" AS a ON a.name = LOWER(TRIM(r.falls_within))
LEFT JOIN "class_label" AS c ON c.label = LOWER(TRIM('street: ' || r.crime_type))
WHERE r.last_outcome <> ''
GROUP BY r.falls_within, r.crime_type, r.month, r.last_outcome, r.batch, a.area, c.class, b.dataset, b.release, b.released
) AS made;

-- observed_street_outcome: reads street_outcome, area_name, class_label, batch_release; makes observed_street_outcome
SELECT CAST("area" AS VARCHAR) AS "area", CAST("class" AS VARCHAR) AS "class", CAST("measure" AS VARCHAR) AS "measure", CAST("part" AS VARCHAR) AS "part", CAST("period_from" AS DATE) AS "period_from", CAST("period_to" AS DATE) AS "period_to", CAST("value" AS DECIMAL(20,6)) AS "value", CAST("dataset" AS VARCHAR) AS "dataset", CAST("release" AS VARCHAR) AS "release", CAST("released" AS DATE) AS "released", CAST("batch" AS VARCHAR) AS "batch", CAST("source_line" AS BIGINT) AS "source_line", CAST("source_rows" AS BIGINT) AS "source_rows", CAST("area_found" AS VARCHAR) AS "area_found", CAST("class_found" AS VARCHAR) AS "class_found"
FROM (
SELECT a.area AS area, c.class AS class, 'street-outcome' AS measure, r.outcome_type AS part,
  r.month AS period_from, CAST(r.month + TO_MONTHS(CAST(1 AS INTEGER)) - INTERVAL 1 DAY AS DATE) AS period_to, COUNT(*) AS "value",
  b.dataset AS dataset, b.release AS release, b.released AS released,
  r.batch AS batch, MIN(r.source_line) AS source_line, COUNT(*) AS source_rows,
  r.falls_within AS area_found, 'street: all' AS class_found
FROM "street_outcome" AS r
JOIN "batch_release" AS b ON b.batch = r.batch
LEFT JOIN "area_name" AS a ON a.name = LOWER(TRIM(r.falls_within))
LEFT JOIN "class_label" AS c ON c.label = LOWER(TRIM('street: all'))
WHERE TRUE
GROUP BY r.falls_within, r.month, r.outcome_type, r.batch, a.area, c.class, b.dataset, b.release, b.released
) AS made;

-- observed_street_count: reads street_count, area_name, class_label, batch_release; makes observed_street_count
SELECT CAST("area" AS VARCHAR) AS "area", CAST("class" AS VARCHAR) AS "class", CAST("measure" AS VARCHAR) AS "measure", CAST("part" AS VARCHAR) AS "part", CAST("period_from" AS DATE) AS "period_from", CAST("period_to" AS DATE) AS "period_to", CAST("value" AS DECIMAL(20,6)) AS "value", CAST("dataset" AS VARCHAR) AS "dataset", CAST("release" AS VARCHAR) AS "release", CAST("released" AS DATE) AS "released", CAST("batch" AS VARCHAR) AS "batch", CAST("source_line" AS BIGINT) AS "source_line", CAST("source_rows" AS BIGINT) AS "source_rows", CAST("area_found" AS VARCHAR) AS "area_found", CAST("class_found" AS VARCHAR) AS "class_found"
FROM (
SELECT a.area AS area, c.class AS class, 'street-recorded' AS measure, '' AS part,
  r.month AS period_from, CAST(r.month + TO_MONTHS(CAST(1 AS INTEGER)) - INTERVAL 1 DAY AS DATE) AS period_to, r.crimes AS "value",
  b.dataset AS dataset, b.release AS release, b.released AS released,
  r.batch AS batch, r.source_line AS source_line, 1 AS source_rows,
  r.force_name AS area_found, 'street: ' || r.crime_type AS class_found
FROM "street_count" AS r
JOIN "batch_release" AS b ON b.batch = r.batch
LEFT JOIN "area_name" AS a ON a.name = LOWER(TRIM(r.force_name))
LEFT JOIN "class_label" AS c ON c.label = LOWER(TRIM('street: ' || r.crime_type))
WHERE r.crimes IS NOT NULL
) AS made;

-- observed_street_outcome_year: reads street_outcome_year, area_name, class_label, batch_release; makes observed_street_outcome_year
SELECT CAST("area" AS VARCHAR) AS "area", CAST("class" AS VARCHAR) AS "class", CAST("measure" AS VARCHAR) AS "measure", CAST("part" AS VARCHAR) AS "part", CAST("period_from" AS DATE) AS "period_from", CAST("period_to" AS DATE) AS "period_to", CAST("value" AS DECIMAL(20,6)) AS "value", CAST("dataset" AS VARCHAR) AS "dataset", CAST("release" AS VARCHAR) AS "release", CAST("released" AS DATE) AS "released", CAST("batch" AS VARCHAR) AS "batch", CAST("source_line" AS BIGINT) AS "source_line", CAST("source_rows" AS BIGINT) AS "source_rows", CAST("area_found" AS VARCHAR) AS "area_found", CAST("class_found" AS VARCHAR) AS "class_found"
FROM (
SELECT a.area AS area, c.class AS class, 'street-recorded' AS measure, '' AS part,
  TRY_CAST(CAST(r.year AS VARCHAR) || '-01-01' AS DATE) AS period_from, CAST(TRY_CAST(CAST(r.year AS VARCHAR) || '-01-01' AS DATE) + TO_MONTHS(CAST(12 AS INTEGER)) - INTERVAL 1 DAY AS DATE) AS period_to, SUM(r.crimes) AS "value",
  b.dataset AS dataset, b.release AS release, b.released AS released,
  r.batch AS batch, MIN(r.source_line) AS source_line, COUNT(*) AS source_rows,
  r.reported_by AS area_found, 'street: ' || r.crime_type AS class_found
FROM "street_outcome_year" AS r
JOIN "batch_release" AS b ON b.batch = r.batch
LEFT JOIN "area_name" AS a ON a.name = LOWER(TRIM(r.reported_by))
LEFT JOIN "class_label" AS c ON c.label = LOWER(TRIM('street: ' || r.crime_type))
WHERE TRUE
GROUP BY r.reported_by, r.crime_type, r.year, r.batch, a.area, c.class, b.dataset, b.release, b.released
UNION ALL
SELECT a.area AS area, c.class AS class, 'street-outcome' AS measure, r.last_outcome AS part,
  TRY_CAST(CAST(r.year AS VARCHAR) || '-01-01' AS DATE) AS period_from, CAST(TRY_CAST(CAST(r.year AS VARCHAR) || '-01-01' AS DATE) + TO_MONTHS(CAST(12 AS INTEGER)) - INTERVAL 1 DAY AS DATE) AS period_to, r.crimes AS "value",
  b.dataset AS dataset, b.release AS release, b.released AS released,
  r.batch AS batch, r.source_line AS source_line, 1 AS source_rows,
  r.reported_by AS area_found, 'street: ' || r.crime_type AS class_found
FROM "street_outcome_year" AS r
JOIN "batch_release" AS b ON b.batch = r.batch
LEFT JOIN "area_name" AS a ON a.name = LOWER(TRIM(r.reported_by))
LEFT JOIN "class_label" AS c ON c.label = LOWER(TRIM('street: ' || r.crime_type))
WHERE r.last_outcome <> ''
) AS made;

-- observed_hate_crime_month: reads hate_crime_month, area_name, class_label, batch_release; makes observed_hate_crime_month
SELECT CAST("area" AS VARCHAR) AS "area", CAST("class" AS VARCHAR) AS "class", CAST("measure" AS VARCHAR) AS "measure", CAST("part" AS VARCHAR) AS "part", CAST("period_from" AS DATE) AS "period_from", CAST("period_to" AS DATE) AS "period_to", CAST("value" AS DECIMAL(20,6)) AS "value", CAST("dataset" AS VARCHAR) AS "dataset", CAST("release" AS VARCHAR) AS "release", CAST("released" AS DATE) AS "released", CAST("batch" AS VARCHAR) AS "batch", CAST("source_line" AS BIGINT) AS "source_line", CAST("source_rows" AS BIGINT) AS "source_rows", CAST("area_found" AS VARCHAR) AS "area_found", CAST("class_found" AS VARCHAR) AS "class_found"
FROM (
SELECT a.area AS area, c.class AS class, 'flagged' AS measure, '' AS part,
  r.month AS period_from, CAST(r.month + TO_MONTHS(CAST(1 AS INTEGER)) - INTERVAL 1 DAY AS DATE) AS period_to, r.hate_crimes AS "value",
  b.dataset AS dataset, b.release AS release, b.released AS released,
  r.batch AS batch, r.source_line AS source_line, 1 AS source_rows,
  r.force_name AS area_found, 'hate crime' AS class_found
FROM "hate_crime_month" AS r
JOIN "batch_release" AS b ON b.batch = r.batch
LEFT JOIN "area_name" AS a ON a.name = LOWER(TRIM(r.force_name))
LEFT JOIN "class_label" AS c ON c.label = LOWER(TRIM('hate crime'))
WHERE r.hate_crimes IS NOT NULL
UNION ALL
SELECT a.area AS area, c.class AS class, 'flagged' AS measure, '' AS part,
  r.month AS period_from, CAST(r.month + TO_MONTHS(CAST(1 AS INTEGER)) - INTERVAL 1 DAY AS DATE) AS period_to, r.anti_muslim_crimes AS "value",
  b.dataset AS dataset, b.release AS release, b.released AS released,
  r.batch AS batch, r.source_line AS source_line, 1 AS source_rows,
  r.force_name AS area_found, 'anti-muslim hate crime' AS class_found
FROM "hate_crime_month" AS r
JOIN "batch_release" AS b ON b.batch = r.batch
LEFT JOIN "area_name" AS a ON a.name = LOWER(TRIM(r.force_name))
LEFT JOIN "class_label" AS c ON c.label = LOWER(TRIM('anti-muslim hate crime'))
WHERE r.anti_muslim_crimes IS NOT NULL
) AS made;

-- observed_met_borough_month: reads met_borough_month, area_name, class_label, batch_release; makes observed_met_borough_month
SELECT CAST("area" AS VARCHAR) AS "area", CAST("class" AS VARCHAR) AS "class", CAST("measure" AS VARCHAR) AS "measure", CAST("part" AS VARCHAR) AS "part", CAST("period_from" AS DATE) AS "period_from", CAST("period_to" AS DATE) AS "period_to", CAST("value" AS DECIMAL(20,6)) AS "value", CAST("dataset" AS VARCHAR) AS "dataset", CAST("release" AS VARCHAR) AS "release", CAST("released" AS DATE) AS "released", CAST("batch" AS VARCHAR) AS "batch", CAST("source_line" AS BIGINT) AS "source_line", CAST("source_rows" AS BIGINT) AS "source_rows", CAST("area_found" AS VARCHAR) AS "area_found", CAST("class_found" AS VARCHAR) AS "class_found"
FROM (
SELECT a.area AS area, c.class AS class, 'recorded' AS measure, '' AS part,
  r.month AS period_from, CAST(r.month + TO_MONTHS(CAST(1 AS INTEGER)) - INTERVAL 1 DAY AS DATE) AS period_to, r.offences AS "value",
  b.dataset AS dataset, b.release AS release, b.released AS released,
  r.batch AS batch, r.source_line AS source_line, 1 AS source_rows,
  r.borough AS area_found, 'met-minor: ' || r.minor_category AS class_found
FROM "met_borough_month" AS r
JOIN "batch_release" AS b ON b.batch = r.batch
LEFT JOIN "area_name" AS a ON a.name = LOWER(TRIM(r.borough))
LEFT JOIN "class_label" AS c ON c.label = LOWER(TRIM('met-minor: ' || r.minor_category))
WHERE TRUE
UNION ALL
SELECT a.area AS area, c.class AS class, 'recorded' AS measure, '' AS part,
  r.month AS period_from, CAST(r.month + TO_MONTHS(CAST(1 AS INTEGER)) - INTERVAL 1 DAY AS DATE) AS period_to, SUM(r.offences) AS "value",
  b.dataset AS dataset, b.release AS release, b.released AS released,
  r.batch AS batch, MIN(r.source_line) AS source_line, COUNT(*) AS source_rows,
  'metropolitan police' AS area_found, 'met-minor: ' || r.minor_category AS class_found
FROM "met_borough_month" AS r
JOIN "batch_release" AS b ON b.batch = r.batch
LEFT JOIN "area_name" AS a ON a.name = LOWER(TRIM('metropolitan police'))
LEFT JOIN "class_label" AS c ON c.label = LOWER(TRIM('met-minor: ' || r.minor_category))
WHERE TRUE
GROUP BY r.minor_category, r.month, r.batch, a.area, c.class, b.dataset, b.release, b.released
HAVING r.batch IN (SELECT whole.batch FROM "met_borough_month" AS whole GROUP BY whole.batch HAVING COUNT(DISTINCT whole.borough) >= 32)
) AS made;

-- observed_met_female_victims: reads met_female_victims, area_name, class_label, batch_release; makes observed_met_female_victims
SELECT CAST("area" AS VARCHAR) AS "area", CAST("class" AS VARCHAR) AS "class", CAST("measure" AS VARCHAR) AS "measure", CAST("part" AS VARCHAR) AS "part", CAST("period_from" AS DATE) AS "period_from", CAST("period_to" AS DATE) AS "period_to", CAST("value" AS DECIMAL(20,6)) AS "value", CAST("dataset" AS VARCHAR) AS "dataset", CAST("release" AS VARCHAR) AS "release", CAST("released" AS DATE) AS "released", CAST("batch" AS VARCHAR) AS "batch", CAST("source_line" AS BIGINT) AS "source_line", CAST("source_rows" AS BIGINT) AS "source_rows", CAST("area_found" AS VARCHAR) AS "area_found", CAST("class_found" AS VARCHAR) AS "class_found"
FROM (
SELECT a.area AS area, c.class AS class, 'recorded-female-victims' AS measure, '' AS part,
  r.recorded_month AS period_from, CAST(r.recorded_month + TO_MONTHS(CAST(1 AS INTEGER)) - INTERVAL 1 DAY AS DATE) AS period_to, SUM(r.offences) AS "value",
  b.dataset AS dataset, b.release AS release, b.released AS released,
  r.batch AS batch, MIN(r.source_line) AS source_line, COUNT(*) AS source_rows,
  'metropolitan police' AS area_found, 'met-vawg: ' || r.offence_code_label AS class_found
FROM "met_female_victims" AS r
JOIN "batch_release" AS b ON b.batch = r.batch
LEFT JOIN "area_name" AS a ON a.name = LOWER(TRIM('metropolitan police'))
LEFT JOIN "class_label" AS c ON c.label = LOWER(TRIM('met-vawg: ' || r.offence_code_label))
WHERE TRUE
GROUP BY r.offence_code_label, r.recorded_month, r.batch, a.area, c.class, b.dataset, b.release, b.released
) AS made;

-- observed_population_estimate: reads population_estimate, area_name, class_label, batch_release; makes observed_population_estimate
SELECT CAST("area" AS VARCHAR) AS "area", CAST("class" AS VARCHAR) AS "class", CAST("measure" AS VARCHAR) AS "measure", CAST("part" AS VARCHAR) AS "part", CAST("period_from" AS DATE) AS "period_from", CAST("period_to" AS DATE) AS "period_to", CAST("value" AS DECIMAL(20,6)) AS "value", CAST("dataset" AS VARCHAR) AS "dataset", CAST("release" AS VARCHAR) AS "release", CAST("released" AS DATE) AS "released", CAST("batch" AS VARCHAR) AS "batch", CAST("source_line" AS BIGINT) AS "source_line", CAST("source_rows" AS BIGINT) AS "source_rows", CAST("area_found" AS VARCHAR) AS "area_found", CAST("class_found" AS VARCHAR) AS "class_found"
FROM (
SELECT a.area AS area, c.class AS class, 'population' AS measure, '' AS part,
  TRY_CAST(CAST(r.year AS VARCHAR) || '-01-01' AS DATE) AS period_from, CAST(TRY_CAST(CAST(r.year AS VARCHAR) || '-01-01' AS DATE) + TO_MONTHS(CAST(12 AS INTEGER)) - INTERVAL 1 DAY AS DATE) AS period_to, r.population AS "value",
  b.dataset AS dataset, b.release AS release, b.released AS released,
  r.batch AS batch, r.source_line AS source_line, 1 AS source_rows,
  CASE WHEN r.area_code <> '' THEN r.area_code ELSE r.area_name END AS area_found, 'all' AS class_found
FROM "population_estimate" AS r
JOIN "batch_release" AS b ON b.batch = r.batch
LEFT JOIN "area_name" AS a ON a.name = LOWER(TRIM(CASE WHEN r.area_code <> '' THEN r.area_code ELSE r.area_name END))
LEFT JOIN "class_label" AS c ON c.label = LOWER(TRIM('all'))
WHERE TRUE
UNION ALL
SELECT a.area AS area, c.class AS class, 'population' AS measure, '' AS part,
  TRY_CAST(CAST(r.year AS VARCHAR) || '-01-01' AS DATE) AS period_from, CAST(TRY_CAST(CAST(r.year AS VARCHAR) || '-01-01' AS DATE) + TO_MONTHS(CAST(12 AS INTEGER)) - INTERVAL 1 DAY AS DATE) AS period_to, SUM(r.population) AS "value",
  b.dataset AS dataset, b.release AS release, b.released AS released,
  r.batch AS batch, MIN(r.source_line) AS source_line, COUNT(*) AS source_rows,
  'england and wales' AS area_found, 'all' AS class_found
FROM "population_estimate" AS r
JOIN "batch_release" AS b ON b.batch = r.batch
LEFT JOIN "area_name" AS a ON a.name = LOWER(TRIM('england and wales'))
LEFT JOIN "class_label" AS c ON c.label = LOWER(TRIM('all'))
WHERE r.area_code LIKE 'E0%' OR r.area_code LIKE 'W0%'
GROUP BY r.year, r.batch, a.area, c.class, b.dataset, b.release, b.released
HAVING COUNT(*) >= 300
) AS made;

-- observed_severity_score: reads severity_score, area_name, class_label, batch_release; makes observed_severity_score
SELECT CAST("area" AS VARCHAR) AS "area", CAST("class" AS VARCHAR) AS "class", CAST("measure" AS VARCHAR) AS "measure", CAST("part" AS VARCHAR) AS "part", CAST("period_from" AS DATE) AS "period_from", CAST("period_to" AS DATE) AS "period_to", CAST("value" AS DECIMAL(20,6)) AS "value", CAST("dataset" AS VARCHAR) AS "dataset", CAST("release" AS VARCHAR) AS "release", CAST("released" AS DATE) AS "released", CAST("batch" AS VARCHAR) AS "batch", CAST("source_line" AS BIGINT) AS "source_line", CAST("source_rows" AS BIGINT) AS "source_rows", CAST("area_found" AS VARCHAR) AS "area_found", CAST("class_found" AS VARCHAR) AS "class_found"
FROM (
SELECT a.area AS area, c.class AS class, 'severity-score' AS measure, '' AS part,
  CAST(r.year_ending + INTERVAL 1 DAY - INTERVAL 12 MONTH AS DATE) AS period_from, r.year_ending AS period_to, r.score AS "value",
  b.dataset AS dataset, b.release AS release, b.released AS released,
  r.batch AS batch, r.source_line AS source_line, 1 AS source_rows,
  r.area_code AS area_found, 'severity: ' || r.offence_group AS class_found
FROM "severity_score" AS r
JOIN "batch_release" AS b ON b.batch = r.batch
LEFT JOIN "area_name" AS a ON a.name = LOWER(TRIM(r.area_code))
LEFT JOIN "class_label" AS c ON c.label = LOWER(TRIM('severity: ' || r.offence_group))
WHERE r.score IS NOT NULL
) AS made;

-- observed_survey_prevalence: reads survey_prevalence, area_name, class_label, batch_release; makes observed_survey_prevalence
SELECT CAST("area" AS VARCHAR) AS "area", CAST("class" AS VARCHAR) AS "class", CAST("measure" AS VARCHAR) AS "measure", CAST("part" AS VARCHAR) AS "part", CAST("period_from" AS DATE) AS "period_from", CAST("period_to" AS DATE) AS "period_to", CAST("value" AS DECIMAL(20,6)) AS "value", CAST("dataset" AS VARCHAR) AS "dataset", CAST("release" AS VARCHAR) AS "release", CAST("released" AS DATE) AS "released", CAST("batch" AS VARCHAR) AS "batch", CAST("source_line" AS BIGINT) AS "source_line", CAST("source_rows" AS BIGINT) AS "source_rows", CAST("area_found" AS VARCHAR) AS "area_found", CAST("class_found" AS VARCHAR) AS "class_found"
FROM (
SELECT a.area AS area, c.class AS class, 'survey-prevalence' AS measure, '' AS part,
  r.period_from AS period_from, CAST(r.period_from + TO_MONTHS(CAST(12 AS INTEGER)) - INTERVAL 1 DAY AS DATE) AS period_to, r.prevalence AS "value",
  b.dataset AS dataset, b.release AS release, b.released AS released,
  r.batch AS batch, r.source_line AS source_line, 1 AS source_rows,
  'england and wales' AS area_found, 'survey: ' || r.offence AS class_found
FROM "survey_prevalence" AS r
JOIN "batch_release" AS b ON b.batch = r.batch
LEFT JOIN "area_name" AS a ON a.name = LOWER(TRIM('england and wales'))
LEFT JOIN "class_label" AS c ON c.label = LOWER(TRIM('survey: ' || r.offence))
WHERE TRUE
) AS made;

-- observed_survey_reported: reads survey_reported, area_name, class_label, batch_release; makes observed_survey_reported
SELECT CAST("area" AS VARCHAR) AS "area", CAST("class" AS VARCHAR) AS "class", CAST("measure" AS VARCHAR) AS "measure", CAST("part" AS VARCHAR) AS "part", CAST("period_from" AS DATE) AS "period_from", CAST("period_to" AS DATE) AS "period_to", CAST("value" AS DECIMAL(20,6)) AS "value", CAST("dataset" AS VARCHAR) AS "dataset", CAST("release" AS VARCHAR) AS "release", CAST("released" AS DATE) AS "released", CAST("batch" AS VARCHAR) AS "batch", CAST("source_line" AS BIGINT) AS "source_line", CAST("source_rows" AS BIGINT) AS "source_rows", CAST("area_found" AS VARCHAR) AS "area_found", CAST("class_found" AS VARCHAR) AS "class_found"
FROM (
SELECT a.area AS area, c.class AS class, 'survey-reported' AS measure, '' AS part,
  CAST(r.year_ending + INTERVAL 1 DAY - INTERVAL 12 MONTH AS DATE) AS period_from, r.year_ending AS period_to, r.proportion AS "value",
  b.dataset AS dataset, b.release AS release, b.released AS released,
  r.batch AS batch, r.source_line AS source_line, 1 AS source_rows,
  'england and wales' AS area_found, 'survey: ' || r.category AS class_found
FROM "survey_reported" AS r
JOIN "batch_release" AS b ON b.batch = r.batch
LEFT JOIN "area_name" AS a ON a.name = LOWER(TRIM('england and wales'))
LEFT JOIN "class_label" AS c ON c.label = LOWER(TRIM('survey: ' || r.category))
WHERE r.proportion IS NOT NULL
) AS made;

-- observed_survey_partner_abuse: reads survey_partner_abuse, area_name, class_label, batch_release; makes observed_survey_partner_abuse
SELECT CAST("area" AS VARCHAR) AS "area", CAST("class" AS VARCHAR) AS "class", CAST("measure" AS VARCHAR) AS "measure", CAST("part" AS VARCHAR) AS "part", CAST("period_from" AS DATE) AS "period_from", CAST("period_to" AS DATE) AS "period_to", CAST("value" AS DECIMAL(20,6)) AS "value", CAST("dataset" AS VARCHAR) AS "dataset", CAST("release" AS VARCHAR) AS "release", CAST("released" AS DATE) AS "released", CAST("batch" AS VARCHAR) AS "batch", CAST("source_line" AS BIGINT) AS "source_line", CAST("source_rows" AS BIGINT) AS "source_rows", CAST("area_found" AS VARCHAR) AS "area_found", CAST("class_found" AS VARCHAR) AS "class_found"
FROM (
SELECT a.area AS area, c.class AS class, 'survey-prevalence' AS measure, r.since || '; ' || r.sex || '; ' || r.age_group AS part,
  CAST(CAST(TRY_CAST(SUBSTR(b.release, 4, 7) || '-01' AS DATE) + TO_MONTHS(CAST(1 AS INTEGER)) - INTERVAL 1 DAY AS DATE) + INTERVAL 1 DAY - INTERVAL 12 MONTH AS DATE) AS period_from, CAST(TRY_CAST(SUBSTR(b.release, 4, 7) || '-01' AS DATE) + TO_MONTHS(CAST(1 AS INTEGER)) - INTERVAL 1 DAY AS DATE) AS period_to, r.prevalence AS "value",
  b.dataset AS dataset, b.release AS release, b.released AS released,
  r.batch AS batch, r.source_line AS source_line, 1 AS source_rows,
  'england and wales' AS area_found, CASE WHEN r.kind = 'Stalking' THEN 'partner-stalking' ELSE 'survey: ' || r.kind END AS class_found
FROM "survey_partner_abuse" AS r
JOIN "batch_release" AS b ON b.batch = r.batch
LEFT JOIN "area_name" AS a ON a.name = LOWER(TRIM('england and wales'))
LEFT JOIN "class_label" AS c ON c.label = LOWER(TRIM(CASE WHEN r.kind = 'Stalking' THEN 'partner-stalking' ELSE 'survey: ' || r.kind END))
WHERE REGEXP_MATCHES(b.release, '^YE-[0-9]{4}-(0[1-9]|1[0-2])$')
) AS made;

-- observed_court_proceeding: reads court_proceeding, area_name, class_label, batch_release, offence_class; makes observed_court_proceeding
SELECT CAST("area" AS VARCHAR) AS "area", CAST("class" AS VARCHAR) AS "class", CAST("measure" AS VARCHAR) AS "measure", CAST("part" AS VARCHAR) AS "part", CAST("period_from" AS DATE) AS "period_from", CAST("period_to" AS DATE) AS "period_to", CAST("value" AS DECIMAL(20,6)) AS "value", CAST("dataset" AS VARCHAR) AS "dataset", CAST("release" AS VARCHAR) AS "release", CAST("released" AS DATE) AS "released", CAST("batch" AS VARCHAR) AS "batch", CAST("source_line" AS BIGINT) AS "source_line", CAST("source_rows" AS BIGINT) AS "source_rows", CAST("area_found" AS VARCHAR) AS "area_found", CAST("class_found" AS VARCHAR) AS "class_found"
FROM (
SELECT a.area AS area, c.class AS class, 'prosecuted' AS measure, r.offence_code AS part,
  r.period_from AS period_from, CAST(r.period_from + TO_MONTHS(CAST(3 AS INTEGER)) - INTERVAL 1 DAY AS DATE) AS period_to, SUM(r.prosecuted) AS "value",
  b.dataset AS dataset, b.release AS release, b.released AS released,
  r.batch AS batch, MIN(r.source_line) AS source_line, COUNT(*) AS source_rows,
  'england and wales' AS area_found, COALESCE(k.class, 'offence code ' || r.offence_code) AS class_found
FROM "court_proceeding" AS r
JOIN "batch_release" AS b ON b.batch = r.batch
LEFT JOIN "offence_class" AS k ON k.offence_code = r.offence_code AND r.period_from BETWEEN k.valid_from AND k.valid_to
LEFT JOIN "area_name" AS a ON a.name = LOWER(TRIM('england and wales'))
LEFT JOIN "class_label" AS c ON c.label = LOWER(TRIM(COALESCE(k.class, 'offence code ' || r.offence_code)))
WHERE TRUE
GROUP BY r.offence_code, r.period_from, r.batch, COALESCE(k.class, 'offence code ' || r.offence_code), a.area, c.class, b.dataset, b.release, b.released
UNION ALL
SELECT a.area AS area, c.class AS class, 'convicted' AS measure, r.offence_code AS part,
  r.period_from AS period_from, CAST(r.period_from + TO_MONTHS(CAST(3 AS INTEGER)) - INTERVAL 1 DAY AS DATE) AS period_to, SUM(r.convicted) AS "value",
  b.dataset AS dataset, b.release AS release, b.released AS released,
  r.batch AS batch, MIN(r.source_line) AS source_line, COUNT(*) AS source_rows,
  'england and wales' AS area_found, COALESCE(k.class, 'offence code ' || r.offence_code) AS class_found
FROM "court_proceeding" AS r
JOIN "batch_release" AS b ON b.batch = r.batch
LEFT JOIN "offence_class" AS k ON k.offence_code = r.offence_code AND r.period_from BETWEEN k.valid_from AND k.valid_to
LEFT JOIN "area_name" AS a ON a.name = LOWER(TRIM('england and wales'))
LEFT JOIN "class_label" AS c ON c.label = LOWER(TRIM(COALESCE(k.class, 'offence code ' || r.offence_code)))
WHERE TRUE
GROUP BY r.offence_code, r.period_from, r.batch, COALESCE(k.class, 'offence code ' || r.offence_code), a.area, c.class, b.dataset, b.release, b.released
UNION ALL
SELECT a.area AS area, c.class AS class, 'sentenced' AS measure, r.offence_code AS part,
  r.period_from AS period_from, CAST(r.period_from + TO_MONTHS(CAST(3 AS INTEGER)) - INTERVAL 1 DAY AS DATE) AS period_to, SUM(r.sentenced) AS "value",
  b.dataset AS dataset, b.release AS release, b.released AS released,
  r.batch AS batch, MIN(r.source_line) AS source_line, COUNT(*) AS source_rows,
  'england and wales' AS area_found, COALESCE(k.class, 'offence code ' || r.offence_code) AS class_found
FROM "court_proceeding" AS r
JOIN "batch_release" AS b ON b.batch = r.batch
LEFT JOIN "offence_class" AS k ON k.offence_code = r.offence_code AND r.period_from BETWEEN k.valid_from AND k.valid_to
LEFT JOIN "area_name" AS a ON a.name = LOWER(TRIM('england and wales'))
LEFT JOIN "class_label" AS c ON c.label = LOWER(TRIM(COALESCE(k.class, 'offence code ' || r.offence_code)))
WHERE TRUE
GROUP BY r.offence_code, r.period_from, r.batch, COALESCE(k.class, 'offence code ' || r.offence_code), a.area, c.class, b.dataset, b.release, b.released
) AS made;

-- observed_kent_quarter: reads kent_quarter, area_name, class_label, batch_release; makes observed_kent_quarter
SELECT CAST("area" AS VARCHAR) AS "area", CAST("class" AS VARCHAR) AS "class", CAST("measure" AS VARCHAR) AS "measure", CAST("part" AS VARCHAR) AS "part", CAST("period_from" AS DATE) AS "period_from", CAST("period_to" AS DATE) AS "period_to", CAST("value" AS DECIMAL(20,6)) AS "value", CAST("dataset" AS VARCHAR) AS "dataset", CAST("release" AS VARCHAR) AS "release", CAST("released" AS DATE) AS "released", CAST("batch" AS VARCHAR) AS "batch", CAST("source_line" AS BIGINT) AS "source_line", CAST("source_rows" AS BIGINT) AS "source_rows", CAST("area_found" AS VARCHAR) AS "area_found", CAST("class_found" AS VARCHAR) AS "class_found"
FROM (
SELECT a.area AS area, c.class AS class, 'recorded' AS measure, '' AS part,
  r.period_from AS period_from, CAST(r.period_from + TO_MONTHS(CAST(3 AS INTEGER)) - INTERVAL 1 DAY AS DATE) AS period_to, r.total AS "value",
  b.dataset AS dataset, b.release AS release, b.released AS released,
  r.batch AS batch, r.source_line AS source_line, 1 AS source_rows,
  'kent' AS area_found, 'stalking-and-harassment' AS class_found
FROM "kent_quarter" AS r
JOIN "batch_release" AS b ON b.batch = r.batch
LEFT JOIN "area_name" AS a ON a.name = LOWER(TRIM('kent'))
LEFT JOIN "class_label" AS c ON c.label = LOWER(TRIM('stalking-and-harassment'))
WHERE r.basis = 'published' AND r.total IS NOT NULL
UNION ALL
SELECT a.area AS area, c.class AS class, 'recorded' AS measure, '' AS part,
  r.period_from AS period_from, CAST(r.period_from + TO_MONTHS(CAST(3 AS INTEGER)) - INTERVAL 1 DAY AS DATE) AS period_to, r.harassment_8l AS "value",
  b.dataset AS dataset, b.release AS release, b.released AS released,
  r.batch AS batch, r.source_line AS source_line, 1 AS source_rows,
  'kent' AS area_found, '8l' AS class_found
FROM "kent_quarter" AS r
JOIN "batch_release" AS b ON b.batch = r.batch
LEFT JOIN "area_name" AS a ON a.name = LOWER(TRIM('kent'))
LEFT JOIN "class_label" AS c ON c.label = LOWER(TRIM('8l'))
WHERE r.basis = 'published' AND r.harassment_8l IS NOT NULL
UNION ALL
SELECT a.area AS area, c.class AS class, 'recorded' AS measure, '' AS part,
  r.period_from AS period_from, CAST(r.period_from + TO_MONTHS(CAST(3 AS INTEGER)) - INTERVAL 1 DAY AS DATE) AS period_to, r.aggravated_8m AS "value",
  b.dataset AS dataset, b.release AS release, b.released AS released,
  r.batch AS batch, r.source_line AS source_line, 1 AS source_rows,
  'kent' AS area_found, '8m' AS class_found
FROM "kent_quarter" AS r
JOIN "batch_release" AS b ON b.batch = r.batch
LEFT JOIN "area_name" AS a ON a.name = LOWER(TRIM('kent'))
LEFT JOIN "class_label" AS c ON c.label = LOWER(TRIM('8m'))
WHERE r.basis = 'published' AND r.aggravated_8m IS NOT NULL
UNION ALL
SELECT a.area AS area, c.class AS class, 'recorded' AS measure, '' AS part,
  r.period_from AS period_from, CAST(r.period_from + TO_MONTHS(CAST(3 AS INTEGER)) - INTERVAL 1 DAY AS DATE) AS period_to, r.stalking_8q AS "value",
  b.dataset AS dataset, b.release AS release, b.released AS released,
  r.batch AS batch, r.source_line AS source_line, 1 AS source_rows,
  'kent' AS area_found, '8q' AS class_found
FROM "kent_quarter" AS r
JOIN "batch_release" AS b ON b.batch = r.batch
LEFT JOIN "area_name" AS a ON a.name = LOWER(TRIM('kent'))
LEFT JOIN "class_label" AS c ON c.label = LOWER(TRIM('8q'))
WHERE r.basis = 'published' AND r.stalking_8q IS NOT NULL
UNION ALL
SELECT a.area AS area, c.class AS class, 'recorded' AS measure, '' AS part,
  r.period_from AS period_from, CAST(r.period_from + TO_MONTHS(CAST(3 AS INTEGER)) - INTERVAL 1 DAY AS DATE) AS period_to, r.malicious_8r AS "value",
  b.dataset AS dataset, b.release AS release, b.released AS released,
  r.batch AS batch, r.source_line AS source_line, 1 AS source_rows,
  'kent' AS area_found, '8r' AS class_found
FROM "kent_quarter" AS r
JOIN "batch_release" AS b ON b.batch = r.batch
LEFT JOIN "area_name" AS a ON a.name = LOWER(TRIM('kent'))
LEFT JOIN "class_label" AS c ON c.label = LOWER(TRIM('8r'))
WHERE r.basis = 'published' AND r.malicious_8r IS NOT NULL
) AS made;

-- observation: reads observed_recorded_crime, observed_crime_outcome, observed_rolling_year, observed_published_fact, observed_street_crime, observed_street_outcome, observed_street_count, observed_street_outcome_year, observed_hate_crime_month, observed_met_borough_month, observed_met_female_victims, observed_population_estimate, observed_severity_score, observed_survey_prevalence, observed_survey_reported, observed_survey_partner_abuse, observed_court_proceeding, observed_kent_quarter; makes observation
SELECT CAST("area" AS VARCHAR) AS "area", CAST("class" AS VARCHAR) AS "class", CAST("measure" AS VARCHAR) AS "measure", CAST("part" AS VARCHAR) AS "part", CAST("period_from" AS DATE) AS "period_from", CAST("period_to" AS DATE) AS "period_to", CAST("value" AS DECIMAL(20,6)) AS "value", CAST("dataset" AS VARCHAR) AS "dataset", CAST("release" AS VARCHAR) AS "release", CAST("released" AS DATE) AS "released", CAST("batch" AS VARCHAR) AS "batch", CAST("source_line" AS BIGINT) AS "source_line", CAST("source_rows" AS BIGINT) AS "source_rows"
FROM (
SELECT "area", "class", "measure", "part", "period_from", "period_to", "value", "dataset", "release", "released", "batch", "source_line", "source_rows" FROM "observed_recorded_crime" WHERE area IS NOT NULL AND class IS NOT NULL
UNION ALL
SELECT "area", "class", "measure", "part", "period_from", "period_to", "value", "dataset", "release", "released", "batch", "source_line", "source_rows" FROM "observed_crime_outcome" WHERE area IS NOT NULL AND class IS NOT NULL
UNION ALL
SELECT "area", "class", "measure", "part", "period_from", "period_to", "value", "dataset", "release", "released", "batch", "source_line", "source_rows" FROM "observed_rolling_year" WHERE area IS NOT NULL AND class IS NOT NULL
UNION ALL
SELECT "area", "class", "measure", "part", "period_from", "period_to", "value", "dataset", "release", "released", "batch", "source_line", "source_rows" FROM "observed_published_fact" WHERE area IS NOT NULL AND class IS NOT NULL
UNION ALL
SELECT "area", "class", "measure", "part", "period_from", "period_to", "value", "dataset", "release", "released", "batch", "source_line", "source_rows" FROM "observed_street_crime" WHERE area IS NOT NULL AND class IS NOT NULL
UNION ALL
SELECT "area", "class", "measure", "part", "period_from", "period_to", "value", "dataset", "release", "released", "batch", "source_line", "source_rows" FROM "observed_street_outcome" WHERE area IS NOT NULL AND class IS NOT NULL
UNION ALL
SELECT "area", "class", "measure", "part", "period_from", "period_to", "value", "dataset", "release", "released", "batch", "source_line", "source_rows" FROM "observed_street_count" WHERE area IS NOT NULL AND class IS NOT NULL
UNION ALL
SELECT "area", "class", "measure", "part", "period_from", "period_to", "value", "dataset", "release", "released", "batch", "source_line", "source_rows" FROM "observed_street_outcome_year" WHERE area IS NOT NULL AND class IS NOT NULL
UNION ALL
SELECT "area", "class", "measure", "part", "period_from", "period_to", "value", "dataset", "release", "released", "batch", "source_line", "source_rows" FROM "observed_hate_crime_month" WHERE area IS NOT NULL AND class IS NOT NULL
UNION ALL
SELECT "area", "class", "measure", "part", "period_from", "period_to", "value", "dataset", "release", "released", "batch", "source_line", "source_rows" FROM "observed_met_borough_month" WHERE area IS NOT NULL AND class IS NOT NULL
UNION ALL
SELECT "area", "class", "measure", "part", "period_from", "period_to", "value", "dataset", "release", "released", "batch", "source_line", "source_rows" FROM "observed_met_female_victims" WHERE area IS NOT NULL AND class IS NOT NULL
UNION ALL
SELECT "area", "class", "measure", "part", "period_from", "period_to", "value", "dataset", "release", "released", "batch", "source_line", "source_rows" FROM "observed_population_estimate" WHERE area IS NOT NULL AND class IS NOT NULL
UNION ALL
SELECT "area", "class", "measure", "part", "period_from", "period_to", "value", "dataset", "release", "released", "batch", "source_line", "source_rows" FROM "observed_severity_score" WHERE area IS NOT NULL AND class IS NOT NULL
UNION ALL
SELECT "area", "class", "measure", "part", "period_from", "period_to", "value", "dataset", "release", "released", "batch", "source_line", "source_rows" FROM "observed_survey_prevalence" WHERE area IS NOT NULL AND class IS NOT NULL
UNION ALL
SELECT "area", "class", "measure", "part", "period_from", "period_to", "value", "dataset", "release", "released", "batch", "source_line", "source_rows" FROM "observed_survey_reported" WHERE area IS NOT NULL AND class IS NOT NULL
UNION ALL
SELECT "area", "class", "measure", "part", "period_from", "period_to", "value", "dataset", "release", "released", "batch", "source_line", "source_rows" FROM "observed_survey_partner_abuse" WHERE area IS NOT NULL AND class IS NOT NULL
UNION ALL
SELECT "area", "class", "measure", "part", "period_from", "period_to", "value", "dataset", "release", "released", "batch", "source_line", "source_rows" FROM "observed_court_proceeding" WHERE area IS NOT NULL AND class IS NOT NULL
UNION ALL
SELECT "area", "class", "measure", "part", "period_from", "period_to", "value", "dataset", "release", "released", "batch", "source_line", "source_rows" FROM "observed_kent_quarter" WHERE area IS NOT NULL AND class IS NOT NULL
) AS made;

-- unmapped: reads observed_recorded_crime, observed_crime_outcome, observed_rolling_year, observed_street_crime, observed_street_outcome, observed_street_count, observed_street_outcome_year, observed_hate_crime_month, observed_met_borough_month, observed_met_female_victims, observed_population_estimate, observed_severity_score, observed_survey_prevalence, observed_survey_reported, observed_survey_partner_abuse, observed_court_proceeding, observed_kent_quarter; makes unmapped
SELECT CAST("dataset" AS VARCHAR) AS "dataset", CAST("kind" AS VARCHAR) AS "kind", CAST("found" AS VARCHAR) AS "found", CAST("source_rows" AS BIGINT) AS "source_rows"
FROM (
SELECT dataset, kind, COALESCE(found, '') AS found, SUM(source_rows) AS source_rows
FROM (
SELECT dataset, 'area' AS kind, area_found AS found, source_rows FROM "observed_recorded_crime" WHERE area IS NULL
UNION ALL
SELECT dataset, 'class' AS kind, class_found AS found, source_rows FROM "observed_recorded_crime" WHERE class IS NULL
UNION ALL
SELECT dataset, 'area' AS kind, area_found AS found, source_rows FROM "observed_crime_outcome" WHERE area IS NULL
UNION ALL
SELECT dataset, 'class' AS kind, class_found AS found, source_rows FROM "observed_crime_outcome" WHERE class IS NULL
UNION ALL
SELECT dataset, 'area' AS kind, area_found AS found, source_rows FROM "observed_rolling_year" WHERE area IS NULL
UNION ALL
SELECT dataset, 'class' AS kind, class_found AS found, source_rows FROM "observed_rolling_year" WHERE class IS NULL
UNION ALL
SELECT dataset, 'area' AS kind, area_found AS found, source_rows FROM "observed_street_crime" WHERE area IS NULL
UNION ALL
SELECT dataset, 'class' AS kind, class_found AS found, source_rows FROM "observed_street_crime" WHERE class IS NULL
UNION ALL
SELECT dataset, 'area' AS kind, area_found AS found, source_rows FROM "observed_street_outcome" WHERE area IS NULL
UNION ALL
SELECT dataset, 'class' AS kind, class_found AS found, source_rows FROM "observed_street_outcome" WHERE class IS NULL
UNION ALL
SELECT dataset, 'area' AS kind, area_found AS found, source_rows FROM "observed_street_count" WHERE area IS NULL
UNION ALL
SELECT dataset, 'class' AS kind, class_found AS found, source_rows FROM "observed_street_count" WHERE class IS NULL
UNION ALL
SELECT dataset, 'area' AS kind, area_found AS found, source_rows FROM "observed_street_outcome_year" WHERE area IS NULL
UNION ALL
SELECT dataset, 'class' AS kind, class_found AS found, source_rows FROM "observed_street_outcome_year" WHERE class IS NULL
UNION ALL
SELECT dataset, 'area' AS kind, area_found AS found, source_rows FROM "observed_hate_crime_month" WHERE area IS NULL
UNION ALL
SELECT dataset, 'class' AS kind, class_found AS found, source_rows FROM "observed_hate_crime_month" WHERE class IS NULL
UNION ALL
SELECT dataset, 'area' AS kind, area_found AS found, source_rows FROM "observed_met_borough_month" WHERE area IS NULL
UNION ALL
SELECT dataset, 'class' AS kind, class_found AS found, source_rows FROM "observed_met_borough_month" WHERE class IS NULL
UNION ALL
SELECT dataset, 'area' AS kind, area_found AS found, source_rows FROM "observed_met_female_victims" WHERE area IS NULL
UNION ALL
SELECT dataset, 'class' AS kind, class_found AS found, source_rows FROM "observed_met_female_victims" WHERE class IS NULL
UNION ALL
SELECT dataset, 'area' AS kind, area_found AS found, source_rows FROM "observed_population_estimate" WHERE area IS NULL
UNION ALL
SELECT dataset, 'class' AS kind, class_found AS found, source_rows FROM "observed_population_estimate" WHERE class IS NULL
UNION ALL
SELECT dataset, 'area' AS kind, area_found AS found, source_rows FROM "observed_severity_score" WHERE area IS NULL
UNION ALL
SELECT dataset, 'class' AS kind, class_found AS found, source_rows FROM "observed_severity_score" WHERE class IS NULL
UNION ALL
SELECT dataset, 'area' AS kind, area_found AS found, source_rows FROM "observed_survey_prevalence" WHERE area IS NULL
UNION ALL
SELECT dataset, 'class' AS kind, class_found AS found, source_rows FROM "observed_survey_prevalence" WHERE class IS NULL
UNION ALL
SELECT dataset, 'area' AS kind, area_found AS found, source_rows FROM "observed_survey_reported" WHERE area IS NULL
UNION ALL
SELECT dataset, 'class' AS kind, class_found AS found, source_rows FROM "observed_survey_reported" WHERE class IS NULL
UNION ALL
SELECT dataset, 'area' AS kind, area_found AS found, source_rows FROM "observed_survey_partner_abuse" WHERE area IS NULL
UNION ALL
SELECT dataset, 'class' AS kind, class_found AS found, source_rows FROM "observed_survey_partner_abuse" WHERE class IS NULL
UNION ALL
SELECT dataset, 'area' AS kind, area_found AS found, source_rows FROM "observed_court_proceeding" WHERE area IS NULL
UNION ALL
SELECT dataset, 'class' AS kind, class_found AS found, source_rows FROM "observed_court_proceeding" WHERE class IS NULL
UNION ALL
SELECT dataset, 'area' AS kind, area_found AS found, source_rows FROM "observed_kent_quarter" WHERE area IS NULL
UNION ALL
SELECT dataset, 'class' AS kind, class_found AS found, source_rows FROM "observed_kent_quarter" WHERE class IS NULL
) AS missing
GROUP BY dataset, kind, COALESCE(found, '')
) AS made;
