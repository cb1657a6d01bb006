-- monthly_count: reads given_count; makes monthly_count
SELECT CAST("month" AS date) AS "month", CAST("last_day" AS date) AS "last_day", CAST("n" AS decimal(20,6)) AS "n", CAST("mark" AS bigint) AS "mark"
FROM (
SELECT CAST(DATE_TRUNC('month', "day") AS date) AS month, DATE_ADD('day', -1, DATE_ADD('month', 1, CAST(DATE_TRUNC('month', "day") AS date))) AS last_day, SUM(n) AS n, MAX(FROM_BASE(SUBSTR(LOWER(TO_HEX(MD5(TO_UTF8("area")))), 1, 15), 16)) AS mark
FROM "given_count"
WHERE area <> 'Made-up ''Shire'''
GROUP BY CAST(DATE_TRUNC('month', "day") AS date)
) AS made;
