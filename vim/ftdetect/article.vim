" Finds articles among .txt files by how they begin. Generated from server/src/core/format.ts by `npm run generate`.

autocmd BufNewFile,BufRead *.article setfiletype article
autocmd BufRead *.txt if getline(1) =~# '^\s*F-N-S-T-A-R-T\.' | set filetype=article | endif
