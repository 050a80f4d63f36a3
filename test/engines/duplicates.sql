SELECT 'duplicate-number' AS code, file, index FROM news
WHERE trim(number) IN (SELECT trim(number) FROM news WHERE trim(number) <> '' GROUP BY 1 HAVING count(*) > 1)
UNION ALL
SELECT 'duplicate-text' AS code, file, index FROM news
WHERE trim(number) <> '' AND sha256 IN (
  SELECT sha256 FROM news WHERE trim(number) <> '' AND trim(text) NOT IN ('', 'Error in processing document')
  GROUP BY 1 HAVING count(DISTINCT trim(number)) > 1)
