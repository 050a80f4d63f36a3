; Generated from server/src/core/format.ts by `npm run generate`.

[
  (article)
  (number_field)
  (date_field)
  (title_field)
  (text_field)
  (user_field)
] @fold
