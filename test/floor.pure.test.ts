import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'acorn'
import { describe, expect, it } from 'vitest'
import { newerInCss } from '../scripts/floor/css.ts'
import { newerInJavaScript } from '../scripts/floor/javascript.ts'

describe('JavaScript that Chrome 109 does not know', () => {
  it.each([
    ['const sorted = list.toSorted(byName)', 'toSorted()'],
    ["list['toReversed']()", 'toReversed()'],
    ['const url = URL.parse(text)', 'URL.parse()'],
    ['const { promise } = Promise.withResolvers()', 'Promise.withResolvers()'],
    ['Array.fromAsync(source)', 'Array.fromAsync()'],
    ['Object.groupBy(rows, villageOf)', 'Object.groupBy()'],
    ['mine.union(yours)', 'union()'],
    ['counts.values().map(double)', 'iterator.map()'],
    ['text.matchAll(word).toArray()', 'iterator.toArray()'],
    ['const now = Temporal.Now.instant()', 'Temporal'],
    ['new window.CloseWatcher()', 'CloseWatcher'],
    ['menu.showPopover()', 'showPopover()'],
    ['h("button", { class: "quiet", popovertarget: "menu" })', 'attribute popovertarget'],
    ['h(`div`, { id: `menu`, popover: `auto` })', 'attribute popover'],
    ['menu.setAttribute("popover", "auto")', 'attribute popover'],
    ['list.addEventListener("scrollend", keep)', 'event scrollend'],
    ['h("ul", { onScrollEnd: keep })', 'event scrollend'],
    ['list.addEventListener(`scrollend`, keep)', 'event scrollend'],
    ['AbortSignal.any([a, b])', 'AbortSignal.any()'],
    ['document.startViewTransition(next)', 'startViewTransition()'],
  ])('%s', (text, name) => {
    expect(newerInJavaScript(text)).toContain(name)
  })

  it.each([
    'const letters = /[\\p{L}--[a-z]]/v',
    'import law from "./law.json" with { type: "json" }',
    'using handle = open()',
  ])('as syntax: %s', (text) => {
    expect(newerInJavaScript(text)).toEqual([expect.stringMatching(/^syntax after 2022/)])
  })

  it.each([
    'structuredClone(row); rows.findLast(isOpen); rows.at(-1); Object.hasOwn(row, "id")',
    'navigator.locks.request("outbox", send); crypto.randomUUID(); new AbortController()',
    'Object.values(counts).map(double); [...counts.values()].filter(Boolean); rows.map(double)',
    'class Row { #id = 1; static { this.kind = "row" } } await load(); row?.id ?? null',
    'dialog.showModal(); h("dialog", { onCancel: close, "aria-labelledby": id })',
    'const Temporal = 1; use(Temporal); if (typeof CloseWatcher === "function") more()',
    'const says = "toSorted URL.parse"; // list.toSorted()',
  ])('nothing in: %s', (text) => {
    expect(newerInJavaScript(text)).toEqual([])
  })
})

describe('CSS that Chrome 109 does not know', () => {
  it.each([
    ['.row { & a { color: red } }', 'nested rules'],
    ['.row { a { color: red } }', 'nested rules'],
    ['.row { color: color-mix(in srgb, red, blue) }', 'color-mix()'],
    ['.row { --line: oklch(60% 0.1 200) }', 'oklch()'],
    ['h1 { text-wrap: balance }', 'text-wrap'],
    ['.menu:popover-open { opacity: 1 }', ':popover-open'],
    ['@starting-style { .menu { opacity: 0 } }', '@starting-style'],
    ['@media (scripting: none) { .row { color: red } }', '@media (scripting)'],
    ['input { field-sizing: content }', 'field-sizing'],
    ['.row { height: stretch }', 'height: stretch'],
    ['.row { margin: 2cap }', 'unit cap'],
    ['.row { print-color-adjust: exact }', 'print-color-adjust'],
    ['@scope (.row) { a { color: red } }', '@scope'],
  ])('%s', (text, name) => {
    expect(newerInCss(text)).toContain(name)
  })

  it.each([
    '.row:has(a:focus-visible) > :is(th, td)::before { content: "&"; inset: 0 auto; gap: 1rem }',
    '@layer kit { @container (width > 30rem) { .row { min-height: 100dvh; width: 10cqw } } }',
    '@media (width >= 600px) and (prefers-reduced-motion: reduce) { .row { translate: 0 1px } }',
    '.row { -webkit-print-color-adjust: exact; print-color-adjust: exact }',
    '@supports (text-wrap: balance) { h1 { text-wrap: balance } }',
    ".row { background: url('color-mix(1cap)'); font: 1rem/1.5 'lh' }",
    'dialog::backdrop { width: min(40rem, calc(100vw - 2 * var(--space))) }',
  ])('nothing in: %s', (text) => {
    expect(newerInCss(text)).toEqual([])
  })
})

it('a build with one of each is refused, and both are named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'floor-'))
  const check = () => spawnSync(process.execPath, ['scripts/floor.ts', folder], { encoding: 'utf8' })
  try {
    writeFileSync(join(folder, 'page.js'), 'export const names = (rows) => rows.map((row) => row.name).sort()')
    writeFileSync(join(folder, 'page.css'), '.row { color: #123 }')
    expect(check()).toMatchObject({ status: 0, stdout: '' })
    writeFileSync(join(folder, 'page.js'), 'export const names = (rows) => rows.map((row) => row.name).toSorted()')
    writeFileSync(join(folder, 'page.css'), '.row { color: color-mix(in srgb, #123, #456) }')
    const { status, stdout } = check()
    expect(status).toBe(1)
    expect(stdout).toMatch(/toSorted\(\).* page\.js/)
    expect(stdout).toMatch(/color-mix\(\).* page\.css/)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

it('the script that tells of a browser that is too old is read by browsers of 2009', () => {
  const text = readFileSync('src/apps/web/tooOld.js', 'utf8')
  expect(() => parse(text, { ecmaVersion: 5, sourceType: 'script' })).not.toThrow()
})
