WITH given AS (
  SELECT CAST("province" AS VARCHAR) AS "province",
    CAST("q1" AS VARCHAR) AS a1,
    CAST("q2" AS VARCHAR) AS a2,
    CAST("q3" AS VARCHAR) AS a3,
    CAST("q4" AS VARCHAR) AS a4,
    CAST("q5" AS VARCHAR) AS a5,
    CAST("q6" AS VARCHAR) AS a6,
    CAST("q7" AS VARCHAR) AS a7
  FROM "khảo sát"."phiếu"
), by_factor AS (
  SELECT "province",
    a1,
    a2,
    a3,
    a4,
    a5,
    a6,
    a7,
    CASE WHEN a1 IN ('1', '2', '3') THEN 8 WHEN a1 IN ('4', '5') THEN 9 WHEN a1 IN ('9') THEN 0 WHEN a1 IS NULL OR a1 = '' THEN 0 WHEN TRIM(a1) IN ('1', 'Mức 1', 'Mức 1', 'mức 1', 'mức 1', 'MỨC 1', 'MỨC 1', '2', 'Mức 2', 'Mức 2', 'mức 2', 'mức 2', 'MỨC 2', 'MỨC 2', '3', 'Mức 3', 'Mức 3', 'mức 3', 'mức 3', 'MỨC 3', 'MỨC 3') THEN 8 WHEN TRIM(a1) IN ('4', 'Mức 4', 'Mức 4', 'mức 4', 'mức 4', 'MỨC 4', 'MỨC 4', '5', 'Mức 5', 'Mức 5', 'mức 5', 'mức 5', 'MỨC 5', 'MỨC 5') THEN 9 WHEN TRIM(a1) IN ('9', 'Không ý kiến', 'Không ý kiến', 'không ý kiến', 'không ý kiến', 'KHÔNG Ý KIẾN', 'KHÔNG Ý KIẾN') THEN 0 ELSE 0 END + CASE WHEN a2 IN ('1', '2', '3') THEN 8 WHEN a2 IN ('4', '5') THEN 9 WHEN a2 IN ('9') THEN 0 WHEN a2 IS NULL OR a2 = '' THEN 0 WHEN TRIM(a2) IN ('1', 'Mức 1', 'Mức 1', 'mức 1', 'mức 1', 'MỨC 1', 'MỨC 1', '2', 'Mức 2', 'Mức 2', 'mức 2', 'mức 2', 'MỨC 2', 'MỨC 2', '3', 'Mức 3', 'Mức 3', 'mức 3', 'mức 3', 'MỨC 3', 'MỨC 3') THEN 8 WHEN TRIM(a2) IN ('4', 'Mức 4', 'Mức 4', 'mức 4', 'mức 4', 'MỨC 4', 'MỨC 4', '5', 'Mức 5', 'Mức 5', 'mức 5', 'mức 5', 'MỨC 5', 'MỨC 5') THEN 9 WHEN TRIM(a2) IN ('9', 'Không ý kiến', 'Không ý kiến', 'không ý kiến', 'không ý kiến', 'KHÔNG Ý KIẾN', 'KHÔNG Ý KIẾN') THEN 0 ELSE 0 END + CASE WHEN a3 IN ('1', '2', '3') THEN 8 WHEN a3 IN ('4', '5') THEN 9 WHEN a3 IN ('9') THEN 0 WHEN a3 IS NULL OR a3 = '' THEN 0 WHEN TRIM(a3) IN ('1', 'Mức 1', 'Mức 1', 'mức 1', 'mức 1', 'MỨC 1', 'MỨC 1', '2', 'Mức 2', 'Mức 2', 'mức 2', 'mức 2', 'MỨC 2', 'MỨC 2', '3', 'Mức 3', 'Mức 3', 'mức 3', 'mức 3', 'MỨC 3', 'MỨC 3') THEN 8 WHEN TRIM(a3) IN ('4', 'Mức 4', 'Mức 4', 'mức 4', 'mức 4', 'MỨC 4', 'MỨC 4', '5', 'Mức 5', 'Mức 5', 'mức 5', 'mức 5', 'MỨC 5', 'MỨC 5') THEN 9 WHEN TRIM(a3) IN ('9', 'Không ý kiến', 'Không ý kiến', 'không ý kiến', 'không ý kiến', 'KHÔNG Ý KIẾN', 'KHÔNG Ý KIẾN') THEN 0 ELSE 0 END AS p3,
    CASE WHEN a4 IN ('1', '2', '3') THEN 8 WHEN a4 IN ('4', '5') THEN 9 WHEN a4 IN ('9') THEN 0 WHEN a4 IS NULL OR a4 = '' THEN 0 WHEN TRIM(a4) IN ('1', 'Mức 1', 'Mức 1', 'mức 1', 'mức 1', 'MỨC 1', 'MỨC 1', '2', 'Mức 2', 'Mức 2', 'mức 2', 'mức 2', 'MỨC 2', 'MỨC 2', '3', 'Mức 3', 'Mức 3', 'mức 3', 'mức 3', 'MỨC 3', 'MỨC 3') THEN 8 WHEN TRIM(a4) IN ('4', 'Mức 4', 'Mức 4', 'mức 4', 'mức 4', 'MỨC 4', 'MỨC 4', '5', 'Mức 5', 'Mức 5', 'mức 5', 'mức 5', 'MỨC 5', 'MỨC 5') THEN 9 WHEN TRIM(a4) IN ('9', 'Không ý kiến', 'Không ý kiến', 'không ý kiến', 'không ý kiến', 'KHÔNG Ý KIẾN', 'KHÔNG Ý KIẾN') THEN 0 ELSE 0 END + CASE WHEN a5 IN ('1', '2', '3') THEN 8 WHEN a5 IN ('4', '5') THEN 9 WHEN a5 IN ('9') THEN 0 WHEN a5 IS NULL OR a5 = '' THEN 0 WHEN TRIM(a5) IN ('1', 'Mức 1', 'Mức 1', 'mức 1', 'mức 1', 'MỨC 1', 'MỨC 1', '2', 'Mức 2', 'Mức 2', 'mức 2', 'mức 2', 'MỨC 2', 'MỨC 2', '3', 'Mức 3', 'Mức 3', 'mức 3', 'mức 3', 'MỨC 3', 'MỨC 3') THEN 8 WHEN TRIM(a5) IN ('4', 'Mức 4', 'Mức 4', 'mức 4', 'mức 4', 'MỨC 4', 'MỨC 4', '5', 'Mức 5', 'Mức 5', 'mức 5', 'mức 5', 'MỨC 5', 'MỨC 5') THEN 9 WHEN TRIM(a5) IN ('9', 'Không ý kiến', 'Không ý kiến', 'không ý kiến', 'không ý kiến', 'KHÔNG Ý KIẾN', 'KHÔNG Ý KIẾN') THEN 0 ELSE 0 END AS p4,
    CASE WHEN a6 IN ('1', '2', '3') THEN 8 WHEN a6 IN ('4', '5') THEN 9 WHEN a6 IN ('9') THEN 0 WHEN a6 IS NULL OR a6 = '' THEN 0 WHEN TRIM(a6) IN ('1', 'Mức 1', 'Mức 1', 'mức 1', 'mức 1', 'MỨC 1', 'MỨC 1', '2', 'Mức 2', 'Mức 2', 'mức 2', 'mức 2', 'MỨC 2', 'MỨC 2', '3', 'Mức 3', 'Mức 3', 'mức 3', 'mức 3', 'MỨC 3', 'MỨC 3') THEN 8 WHEN TRIM(a6) IN ('4', 'Mức 4', 'Mức 4', 'mức 4', 'mức 4', 'MỨC 4', 'MỨC 4', '5', 'Mức 5', 'Mức 5', 'mức 5', 'mức 5', 'MỨC 5', 'MỨC 5') THEN 9 WHEN TRIM(a6) IN ('9', 'Không ý kiến', 'Không ý kiến', 'không ý kiến', 'không ý kiến', 'KHÔNG Ý KIẾN', 'KHÔNG Ý KIẾN') THEN 0 ELSE 0 END + CASE WHEN a7 IN ('1', '2', '3') THEN 8 WHEN a7 IN ('4', '5') THEN 9 WHEN a7 IN ('9') THEN 0 WHEN a7 IS NULL OR a7 = '' THEN 0 WHEN TRIM(a7) IN ('1', 'Mức 1', 'Mức 1', 'mức 1', 'mức 1', 'MỨC 1', 'MỨC 1', '2', 'Mức 2', 'Mức 2', 'mức 2', 'mức 2', 'MỨC 2', 'MỨC 2', '3', 'Mức 3', 'Mức 3', 'mức 3', 'mức 3', 'MỨC 3', 'MỨC 3') THEN 8 WHEN TRIM(a7) IN ('4', 'Mức 4', 'Mức 4', 'mức 4', 'mức 4', 'MỨC 4', 'MỨC 4', '5', 'Mức 5', 'Mức 5', 'mức 5', 'mức 5', 'MỨC 5', 'MỨC 5') THEN 9 WHEN TRIM(a7) IN ('9', 'Không ý kiến', 'Không ý kiến', 'không ý kiến', 'không ý kiến', 'KHÔNG Ý KIẾN', 'KHÔNG Ý KIẾN') THEN 0 ELSE 0 END AS p6
  FROM given
  WHERE TRIM(a1) <> '' OR TRIM(a2) <> '' OR TRIM(a3) <> '' OR TRIM(a4) <> '' OR TRIM(a5) <> '' OR TRIM(a6) <> '' OR TRIM(a7) <> ''
), by_part AS (
  SELECT "province",
    a1,
    a2,
    a3,
    a4,
    a5,
    a6,
    a7,
    p3,
    p4,
    p6,
    p3 + p4 AS p2,
    p6 AS p5,
    p3 + p4 + p6 AS p1
  FROM by_factor
), valued AS (
  SELECT "province", a1, a2, a3, a4, a5, a6, a7, CAST(p1 AS VARCHAR) AS p1, CAST(p2 AS VARCHAR) AS p2, CAST(p3 AS VARCHAR) AS p3, CAST(p4 AS VARCHAR) AS p4, CAST(p5 AS VARCHAR) AS p5, CAST(p6 AS VARCHAR) AS p6
  FROM by_part
)
SELECT "province", item, value, COUNT(*) AS people
FROM valued CROSS JOIN LATERAL (VALUES ('a1', a1), ('a2', a2), ('a3', a3), ('a4', a4), ('a5', a5), ('a6', a6), ('a7', a7), ('p1', p1), ('p2', p2), ('p3', p3), ('p4', p4), ('p5', p5), ('p6', p6)) AS one (item, value)
GROUP BY "province", item, value