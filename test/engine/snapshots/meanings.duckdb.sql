-- asInteger
TRY_CAST("a" AS BIGINT)

-- asDecimal
TRY_CAST("a" AS DECIMAL(20,6))

-- asDate
TRY_CAST("a" AS DATE)

-- daysBetween
DATE_DIFF('day', "a", "b")

-- monthOf
CAST(DATE_TRUNC('month', "a") AS DATE)

-- lastDayAfterMonths
CAST("a" + TO_MONTHS(CAST(3 AS INTEGER)) - INTERVAL 1 DAY AS DATE)

-- lastDayAfterMonths by a column
CAST("a" + TO_MONTHS(CAST("b" AS INTEGER)) - INTERVAL 1 DAY AS DATE)

-- firstDayOfYearEnding
CAST("a" + INTERVAL 1 DAY - INTERVAL 12 MONTH AS DATE)

-- hashOf
MD5("a")

-- rowHash
CAST('0x' || SUBSTR(MD5("a"), 1, 15) AS BIGINT)

-- editDistance
LEVENSHTEIN("a", "b")

-- matches
REGEXP_MATCHES("a", '^[0-9]{1,3}$')

-- replacePattern
REGEXP_REPLACE("a", '-([0-9])$', '-0\1 $', 'g')
