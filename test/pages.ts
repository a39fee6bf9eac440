/** The pages of the office, read from the rooms' manifests: they import screens, which no test without a browser can. */
import { existsSync, readFileSync } from 'node:fs'

export type ListedPage = {
  readonly path: string
  readonly title: { readonly vi: string; readonly en: string }
  readonly called: string
  readonly right: string
  readonly nav: string | null
}

function titleIn(text: string): ListedPage['title'] | null {
  const [, vi, en] = /vi: '([^']+)', en: ["']([^"']+)["']/.exec(text) ?? []
  return vi && en ? { vi, en } : null
}

/** The right of a page: said at it, or said once above for several. */
function rightIn(call: string, manifest: string): string {
  const said = /right: '([^']+)'/.exec(call)?.[1]
  if (said) return said
  if (/\breads\b/.test(call)) return /const reads = \{ right: '([^']+)' \}/.exec(manifest)?.[1] ?? ''
  if (/\{\s*right\b/.test(call)) return /const right = '([^']+)'/.exec(manifest)?.[1] ?? ''
  return 'signed_in'
}

/** In the order of the rooms as the application lists them. */
export function listedPages(): ListedPage[] {
  const list = readFileSync('src/apps/web/rooms.ts', 'utf8')
  const rooms = /WebRoom\[\] = \[([^\]]+)\]/.exec(list)?.[1]?.match(/\w+/g) ?? []
  return rooms.flatMap((room) => {
    const manifest = `src/features/${room}/ui/room.ts`
    const text = readFileSync(existsSync(manifest) ? manifest : `src/apps/web/${room}.ts`, 'utf8')
    const calls = text.split(/\bpage\(\s*(?=')/).slice(1)
    return calls.map((call) => ({
      path: /^'([^']+)'/.exec(call)?.[1] ?? '',
      right: rightIn(call, text),
      title: titleIn(call) ?? titleIn(text) ?? { vi: '', en: '' },
      called: /called: '([^']+)'/.exec(call)?.[1] ?? '',
      nav: /nav: '([^']+)'/.exec(call)?.[1] ?? null,
    }))
  })
}
