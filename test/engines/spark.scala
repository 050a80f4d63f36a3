// Spark in Scala, in a JVM whose charset is not UTF-8: export through pipe with the encoding named.
val work = sys.env("WORK")
val command = Seq("article-format", "export", "--records", "--fail-on", "never", "-")
println(s"The charset of this JVM: ${java.nio.charset.Charset.defaultCharset}")
sc.textFile(s"$work/records.jsonl", 4).pipe(command, encoding = "UTF-8").saveAsTextFile(s"$work/scala-rows")
