; Generated from server/src/core/format.ts by `npm run generate`.

(start_marker) @keyword
(end_marker) @keyword
(user_field (start_marker) @variable.builtin)
(user_field (end_marker) @variable.builtin)
(stray_marker) @error

(number) @constant.numeric
(title) @markup.heading
(day) @constant
(wrong_day) @error

; Spelling is checked in prose only (Neovim).
(title) @spell
(text) @spell
[(start_marker) (end_marker) (stray_marker)] @nospell
