-- monthly_count: reads given_count; makes monthly_count
SELECT CAST("month" AS DATE) AS "month", CAST("last_day" AS DATE) AS "last_day", CAST("n" AS DECIMAL(20,6)) AS "n", CAST("mark" AS BIGINT) AS "mark"
FROM (
SELECT CAST(DATE_TRUNC('month', "day") AS DATE) AS month, CAST(CAST(DATE_TRUNC('month', "day") AS DATE) + TO_MONTHS(CAST(1 AS INTEGER)) - INTERVAL 1 DAY AS DATE) AS last_day, SUM(n) AS n, MAX(CAST('0x' || SUBSTR(MD5("area"), 1, 15) AS BIGINT)) AS mark
FROM "given_count"
WHERE area <> 'Made-up ''Shire'''
GROUP BY CAST(DATE_TRUNC('month', "day") AS DATE)
) AS made;
