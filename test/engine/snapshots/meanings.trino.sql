-- asInteger
TRY_CAST("a" AS bigint)

-- asDecimal
TRY_CAST("a" AS decimal(20,6))

-- asDate
TRY_CAST("a" AS date)

-- daysBetween
DATE_DIFF('day', "a", "b")

-- monthOf
CAST(DATE_TRUNC('month', "a") AS date)

-- lastDayAfterMonths
DATE_ADD('day', -1, DATE_ADD('month', 3, "a"))

-- lastDayAfterMonths by a column
DATE_ADD('day', -1, DATE_ADD('month', "b", "a"))

-- firstDayOfYearEnding
DATE_ADD('month', -12, DATE_ADD('day', 1, "a"))

-- hashOf
LOWER(TO_HEX(MD5(TO_UTF8("a"))))

-- rowHash
FROM_BASE(SUBSTR(LOWER(TO_HEX(MD5(TO_UTF8("a")))), 1, 15), 16)

-- editDistance
LEVENSHTEIN_DISTANCE("a", "b")

-- matches
REGEXP_LIKE("a", '^[0-9]{1,3}$')

-- replacePattern
REGEXP_REPLACE("a", '-([0-9])$', '-0$1 \$')
