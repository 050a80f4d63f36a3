" Vim syntax file for the article format.
" Generated from server/src/core/format.ts by `npm run generate`.

if exists('b:current_syntax')
  finish
endif

" Most articles are one long line.
setlocal synmaxcol=0
syntax sync fromstart
syntax case match
syntax spell notoplevel

syntax match articleStray /\%(\u-\)\+\%(S-T-A-R-T\.\|E-N-D\.\)/
syntax match articleDay /\<\d\{4}-\%(0[1-9]\|1[0-2]\)-\%(0[1-9]\|[12]\d\|3[01]\)\>/ contained
syntax region articleNumber matchgroup=articleMarker start=/F-N-S-T-A-R-T\./ end=/F-N-E-N-D\.\|\ze\%(F-N-S-T-A-R-T\.\|D-A-T-E-S-T-A-R-T\.\|T-I-T-L-E-S-T-A-R-T\.\|T-E-X-T-S-T-A-R-T\.\)/ contains=articleStray
syntax region articleDate matchgroup=articleMarker start=/D-A-T-E-S-T-A-R-T\./ end=/D-A-T-E-E-N-D\.\|\ze\%(F-N-S-T-A-R-T\.\|D-A-T-E-S-T-A-R-T\.\|T-I-T-L-E-S-T-A-R-T\.\|T-E-X-T-S-T-A-R-T\.\)/ contains=articleDay,articleStray
syntax region articleTitle matchgroup=articleMarker start=/T-I-T-L-E-S-T-A-R-T\./ end=/T-I-T-L-E-E-N-D\.\|\ze\%(F-N-S-T-A-R-T\.\|D-A-T-E-S-T-A-R-T\.\|T-I-T-L-E-S-T-A-R-T\.\|T-E-X-T-S-T-A-R-T\.\)/ contains=articleStray,@Spell
syntax region articleText matchgroup=articleMarker start=/T-E-X-T-S-T-A-R-T\./ end=/T-E-X-T-E-N-D\.\|\ze\%(F-N-S-T-A-R-T\.\|D-A-T-E-S-T-A-R-T\.\|T-I-T-L-E-S-T-A-R-T\.\|T-E-X-T-S-T-A-R-T\.\)/ contains=articleStray,@Spell

highlight default link articleMarker Keyword
highlight default link articleStray Special
highlight default link articleDay Constant
highlight default link articleNumber Number
highlight default link articleDate Error
highlight default link articleTitle Title

let b:current_syntax = 'article'
