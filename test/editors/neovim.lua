-- Opens the file, waits for its problem, applies the preferred fix, saves and ends.
local function wait(what, is_there)
  if vim.wait(30000, is_there, 20) then return end
  io.stderr:write('no ' .. what .. '\n')
  vim.cmd('cquit')
end

vim.cmd.edit(vim.env.ARTICLE)
wait('problem', function() return #vim.diagnostic.get(0) > 0 end)
local problem = vim.diagnostic.get(0)[1]
vim.api.nvim_win_set_cursor(0, { problem.lnum + 1, problem.col })
vim.lsp.buf.code_action({ apply = true, filter = function(action) return action.isPreferred end })
wait('fix', function() return vim.bo.modified end)
wait('end of the problem', function() return #vim.diagnostic.get(0) == 0 end)
vim.cmd.write()
vim.cmd('quitall!')
