WITH given AS (
  SELECT COALESCE(TRIM(CAST("province" AS VARCHAR)), '') AS "province",
    COALESCE(TRIM(CAST("q1" AS VARCHAR)), '') AS a1,
    COALESCE(TRIM(CAST("q2" AS VARCHAR)), '') AS a2,
    COALESCE(TRIM(CAST("q3" AS VARCHAR)), '') AS a3,
    COALESCE(TRIM(CAST("q4" AS VARCHAR)), '') AS a4,
    COALESCE(TRIM(CAST("q5" AS VARCHAR)), '') AS a5,
    COALESCE(TRIM(CAST("q6" AS VARCHAR)), '') AS a6,
    COALESCE(TRIM(CAST("q7" AS VARCHAR)), '') AS a7
  FROM "khảo sát"."phiếu"
), coded AS (
  SELECT "province",
    CASE WHEN a1 IN ('', '1', '2', '3', '4', '5', '9') THEN a1 WHEN a1 IN ('Mức 1', 'Mức 1', 'mức 1', 'mức 1', 'MỨC 1', 'MỨC 1') THEN '1' WHEN a1 IN ('Mức 2', 'Mức 2', 'mức 2', 'mức 2', 'MỨC 2', 'MỨC 2') THEN '2' WHEN a1 IN ('Mức 3', 'Mức 3', 'mức 3', 'mức 3', 'MỨC 3', 'MỨC 3') THEN '3' WHEN a1 IN ('Mức 4', 'Mức 4', 'mức 4', 'mức 4', 'MỨC 4', 'MỨC 4') THEN '4' WHEN a1 IN ('Mức 5', 'Mức 5', 'mức 5', 'mức 5', 'MỨC 5', 'MỨC 5') THEN '5' WHEN a1 IN ('Không ý kiến', 'Không ý kiến', 'không ý kiến', 'không ý kiến', 'KHÔNG Ý KIẾN', 'KHÔNG Ý KIẾN') THEN '9' ELSE a1 END AS a1,
    CASE WHEN a2 IN ('', '1', '2', '3', '4', '5', '9') THEN a2 WHEN a2 IN ('Mức 1', 'Mức 1', 'mức 1', 'mức 1', 'MỨC 1', 'MỨC 1') THEN '1' WHEN a2 IN ('Mức 2', 'Mức 2', 'mức 2', 'mức 2', 'MỨC 2', 'MỨC 2') THEN '2' WHEN a2 IN ('Mức 3', 'Mức 3', 'mức 3', 'mức 3', 'MỨC 3', 'MỨC 3') THEN '3' WHEN a2 IN ('Mức 4', 'Mức 4', 'mức 4', 'mức 4', 'MỨC 4', 'MỨC 4') THEN '4' WHEN a2 IN ('Mức 5', 'Mức 5', 'mức 5', 'mức 5', 'MỨC 5', 'MỨC 5') THEN '5' WHEN a2 IN ('Không ý kiến', 'Không ý kiến', 'không ý kiến', 'không ý kiến', 'KHÔNG Ý KIẾN', 'KHÔNG Ý KIẾN') THEN '9' ELSE a2 END AS a2,
    CASE WHEN a3 IN ('', '1', '2', '3', '4', '5', '9') THEN a3 WHEN a3 IN ('Mức 1', 'Mức 1', 'mức 1', 'mức 1', 'MỨC 1', 'MỨC 1') THEN '1' WHEN a3 IN ('Mức 2', 'Mức 2', 'mức 2', 'mức 2', 'MỨC 2', 'MỨC 2') THEN '2' WHEN a3 IN ('Mức 3', 'Mức 3', 'mức 3', 'mức 3', 'MỨC 3', 'MỨC 3') THEN '3' WHEN a3 IN ('Mức 4', 'Mức 4', 'mức 4', 'mức 4', 'MỨC 4', 'MỨC 4') THEN '4' WHEN a3 IN ('Mức 5', 'Mức 5', 'mức 5', 'mức 5', 'MỨC 5', 'MỨC 5') THEN '5' WHEN a3 IN ('Không ý kiến', 'Không ý kiến', 'không ý kiến', 'không ý kiến', 'KHÔNG Ý KIẾN', 'KHÔNG Ý KIẾN') THEN '9' ELSE a3 END AS a3,
    CASE WHEN a4 IN ('', '1', '2', '3', '4', '5', '9') THEN a4 WHEN a4 IN ('Mức 1', 'Mức 1', 'mức 1', 'mức 1', 'MỨC 1', 'MỨC 1') THEN '1' WHEN a4 IN ('Mức 2', 'Mức 2', 'mức 2', 'mức 2', 'MỨC 2', 'MỨC 2') THEN '2' WHEN a4 IN ('Mức 3', 'Mức 3', 'mức 3', 'mức 3', 'MỨC 3', 'MỨC 3') THEN '3' WHEN a4 IN ('Mức 4', 'Mức 4', 'mức 4', 'mức 4', 'MỨC 4', 'MỨC 4') THEN '4' WHEN a4 IN ('Mức 5', 'Mức 5', 'mức 5', 'mức 5', 'MỨC 5', 'MỨC 5') THEN '5' WHEN a4 IN ('Không ý kiến', 'Không ý kiến', 'không ý kiến', 'không ý kiến', 'KHÔNG Ý KIẾN', 'KHÔNG Ý KIẾN') THEN '9' ELSE a4 END AS a4,
    CASE WHEN a5 IN ('', '1', '2', '3', '4', '5', '9') THEN a5 WHEN a5 IN ('Mức 1', 'Mức 1', 'mức 1', 'mức 1', 'MỨC 1', 'MỨC 1') THEN '1' WHEN a5 IN ('Mức 2', 'Mức 2', 'mức 2', 'mức 2', 'MỨC 2', 'MỨC 2') THEN '2' WHEN a5 IN ('Mức 3', 'Mức 3', 'mức 3', 'mức 3', 'MỨC 3', 'MỨC 3') THEN '3' WHEN a5 IN ('Mức 4', 'Mức 4', 'mức 4', 'mức 4', 'MỨC 4', 'MỨC 4') THEN '4' WHEN a5 IN ('Mức 5', 'Mức 5', 'mức 5', 'mức 5', 'MỨC 5', 'MỨC 5') THEN '5' WHEN a5 IN ('Không ý kiến', 'Không ý kiến', 'không ý kiến', 'không ý kiến', 'KHÔNG Ý KIẾN', 'KHÔNG Ý KIẾN') THEN '9' ELSE a5 END AS a5,
    CASE WHEN a6 IN ('', '1', '2', '3', '4', '5', '9') THEN a6 WHEN a6 IN ('Mức 1', 'Mức 1', 'mức 1', 'mức 1', 'MỨC 1', 'MỨC 1') THEN '1' WHEN a6 IN ('Mức 2', 'Mức 2', 'mức 2', 'mức 2', 'MỨC 2', 'MỨC 2') THEN '2' WHEN a6 IN ('Mức 3', 'Mức 3', 'mức 3', 'mức 3', 'MỨC 3', 'MỨC 3') THEN '3' WHEN a6 IN ('Mức 4', 'Mức 4', 'mức 4', 'mức 4', 'MỨC 4', 'MỨC 4') THEN '4' WHEN a6 IN ('Mức 5', 'Mức 5', 'mức 5', 'mức 5', 'MỨC 5', 'MỨC 5') THEN '5' WHEN a6 IN ('Không ý kiến', 'Không ý kiến', 'không ý kiến', 'không ý kiến', 'KHÔNG Ý KIẾN', 'KHÔNG Ý KIẾN') THEN '9' ELSE a6 END AS a6,
    CASE WHEN a7 IN ('', '1', '2', '3', '4', '5', '9') THEN a7 WHEN a7 IN ('Mức 1', 'Mức 1', 'mức 1', 'mức 1', 'MỨC 1', 'MỨC 1') THEN '1' WHEN a7 IN ('Mức 2', 'Mức 2', 'mức 2', 'mức 2', 'MỨC 2', 'MỨC 2') THEN '2' WHEN a7 IN ('Mức 3', 'Mức 3', 'mức 3', 'mức 3', 'MỨC 3', 'MỨC 3') THEN '3' WHEN a7 IN ('Mức 4', 'Mức 4', 'mức 4', 'mức 4', 'MỨC 4', 'MỨC 4') THEN '4' WHEN a7 IN ('Mức 5', 'Mức 5', 'mức 5', 'mức 5', 'MỨC 5', 'MỨC 5') THEN '5' WHEN a7 IN ('Không ý kiến', 'Không ý kiến', 'không ý kiến', 'không ý kiến', 'KHÔNG Ý KIẾN', 'KHÔNG Ý KIẾN') THEN '9' ELSE a7 END AS a7
  FROM given
  WHERE a1 <> '' OR a2 <> '' OR a3 <> '' OR a4 <> '' OR a5 <> '' OR a6 <> '' OR a7 <> ''
), summed AS (
  SELECT coded.*,
    CASE WHEN a1 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END + CASE WHEN a2 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END + CASE WHEN a3 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END + CASE WHEN a4 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END + CASE WHEN a5 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END + CASE WHEN a6 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END + CASE WHEN a7 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END AS n1,
    CASE WHEN a1 IN ('4', '5') THEN 1 ELSE 0 END + CASE WHEN a2 IN ('4', '5') THEN 1 ELSE 0 END + CASE WHEN a3 IN ('4', '5') THEN 1 ELSE 0 END + CASE WHEN a4 IN ('4', '5') THEN 1 ELSE 0 END + CASE WHEN a5 IN ('4', '5') THEN 1 ELSE 0 END + CASE WHEN a6 IN ('4', '5') THEN 1 ELSE 0 END + CASE WHEN a7 IN ('4', '5') THEN 1 ELSE 0 END AS u1,
    CASE WHEN a1 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END + CASE WHEN a2 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END + CASE WHEN a3 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END + CASE WHEN a4 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END + CASE WHEN a5 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END AS n2,
    CASE WHEN a1 IN ('4', '5') THEN 1 ELSE 0 END + CASE WHEN a2 IN ('4', '5') THEN 1 ELSE 0 END + CASE WHEN a3 IN ('4', '5') THEN 1 ELSE 0 END + CASE WHEN a4 IN ('4', '5') THEN 1 ELSE 0 END + CASE WHEN a5 IN ('4', '5') THEN 1 ELSE 0 END AS u2,
    CASE WHEN a1 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END + CASE WHEN a2 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END + CASE WHEN a3 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END AS n3,
    CASE WHEN a1 IN ('4', '5') THEN 1 ELSE 0 END + CASE WHEN a2 IN ('4', '5') THEN 1 ELSE 0 END + CASE WHEN a3 IN ('4', '5') THEN 1 ELSE 0 END AS u3,
    CASE WHEN a4 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END + CASE WHEN a5 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END AS n4,
    CASE WHEN a4 IN ('4', '5') THEN 1 ELSE 0 END + CASE WHEN a5 IN ('4', '5') THEN 1 ELSE 0 END AS u4,
    CASE WHEN a6 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END + CASE WHEN a7 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END AS n5,
    CASE WHEN a6 IN ('4', '5') THEN 1 ELSE 0 END + CASE WHEN a7 IN ('4', '5') THEN 1 ELSE 0 END AS u5,
    CASE WHEN a6 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END + CASE WHEN a7 IN ('1', '2', '3', '4', '5') THEN 1 ELSE 0 END AS n6,
    CASE WHEN a6 IN ('4', '5') THEN 1 ELSE 0 END + CASE WHEN a7 IN ('4', '5') THEN 1 ELSE 0 END AS u6
  FROM coded
)
SELECT "province",
  CASE WHEN a1 IS NOT NULL THEN 'q1'
    WHEN a2 IS NOT NULL THEN 'q2'
    WHEN a3 IS NOT NULL THEN 'q3'
    WHEN a4 IS NOT NULL THEN 'q4'
    WHEN a5 IS NOT NULL THEN 'q5'
    WHEN a6 IS NOT NULL THEN 'q6'
    WHEN a7 IS NOT NULL THEN 'q7'
    WHEN n1 IS NOT NULL THEN ''
    WHEN n2 IS NOT NULL THEN 'B1'
    WHEN n3 IS NOT NULL THEN 'F1'
    WHEN n4 IS NOT NULL THEN 'F2'
    WHEN n5 IS NOT NULL THEN 'B2'
    WHEN n6 IS NOT NULL THEN 'F3' END AS item,
  COALESCE(a1, a2, a3, a4, a5, a6, a7) AS answer,
  COALESCE(n1, n2, n3, n4, n5, n6) AS answered,
  COALESCE(u1, u2, u3, u4, u5, u6) AS units,
  COUNT(*) AS people
FROM summed
GROUP BY GROUPING SETS (
  ("province", a1),
  ("province", a2),
  ("province", a3),
  ("province", a4),
  ("province", a5),
  ("province", a6),
  ("province", a7),
  ("province", n1, u1),
  ("province", n2, u2),
  ("province", n3, u3),
  ("province", n4, u4),
  ("province", n5, u5),
  ("province", n6, u6)
)