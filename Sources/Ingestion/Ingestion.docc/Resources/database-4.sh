swift run Reader Corpus Output
jixiao export Output/*/*.json -o jixiao.sqlite
sqlite3 jixiao.sqlite 'SELECT 项目名称, "预算数（元）" FROM 项目一览 ORDER BY 2 DESC'
