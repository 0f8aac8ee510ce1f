-- What a person does in Neovim with the language server. It leaves what was to be seen as JSON in the file that $SEEN names.
local seen = {}

local function await(what, is_there)
  if not vim.wait(60000, is_there, 50) then error('no ' .. what) end
end

local function lines()
  return vim.api.nvim_buf_get_lines(0, 0, -1, true)
end

local function go_to(text)
  for number, line in ipairs(lines()) do
    if line == text then return vim.api.nvim_win_set_cursor(0, { number, 3 }) end
  end
  error('no line ' .. text)
end

local function has(text)
  return function() return vim.tbl_contains(lines(), text) end
end

local function answer(method, params)
  for _, each in pairs(vim.lsp.buf_request_sync(0, method, params, 60000) or {}) do
    if each.result then return each.result end
  end
  error('no answer to ' .. method)
end

local function float()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then return window end
  end
end

local function look()
  vim.cmd('edit specs/tea.tech-spec.md')
  await('diagnostics', function() return 0 < #vim.diagnostic.get(0) end)
  seen.diagnostics = vim.tbl_map(function(each) return each.lnum + 1 .. ' ' .. each.code end, vim.diagnostic.get(0))

  go_to('## Scope')
  vim.lsp.buf.hover()
  await('hover', float)
  seen.hover = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(float()), 0, -1, true), '\n')
  vim.api.nvim_win_close(float(), true)

  vim.ui.select = function(items, options, choose)
    seen.actions = vim.tbl_map(options.format_item or tostring, items)
    for at, item in ipairs(items) do
      if seen.actions[at]:find(os.getenv('FIX'), 1, true) then return choose(item, at) end
    end
  end
  vim.lsp.buf.code_action()
  await('section put in', has('## Data model'))
  await('diagnostics of what was put in', function()
    return vim.tbl_contains(vim.tbl_map(function(each) return each.code end, vim.diagnostic.get(0)), 'leftover-guidance')
  end)
  seen.lines = lines()

  vim.api.nvim_buf_set_lines(0, -1, -1, true, { '', '#' })
  vim.api.nvim_win_set_cursor(0, { #lines(), 1 })
  local position = { line = #lines() - 1, character = 1 }
  local asked = { textDocument = vim.lsp.util.make_text_document_params(), position = position }
  local completions = answer('textDocument/completion', asked)
  seen.completions = vim.tbl_map(function(each) return each.label end, completions.items or completions)

  local symbols = answer('textDocument/documentSymbol', { textDocument = asked.textDocument })
  seen.outline = vim.tbl_map(function(each) return each.name end, symbols)
end

local good, trouble = pcall(look)
if not good then seen.trouble = trouble end
vim.fn.writefile({ vim.fn.json_encode(seen) }, os.getenv('SEEN'))
vim.cmd('qa!')
