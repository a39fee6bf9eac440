/**
 * Keeps the phone's pages on the phone: they open without a line, and an open page never asks for a file that a release
 * took away. Calls of the server are not touched. A new release is fetched whole beside the old one and takes its place
 * at a start, when no other page of the old one is open.
 */
import { takeOver } from './words.ts'

declare const self: ServiceWorkerGlobalScope
/** Written in by the build: a name made of all contents, and the files. */
declare const __BUILD__: { readonly build: string; readonly files: readonly string[] }

const { build, files } = __BUILD__
const prefix = 'nb-phone-'
const name = prefix + build
const page = '/phone.html'
const kept = new Set(files.map((file) => `/${file}`))

/** All or nothing: a release of which a part is missing is not taken. What has its content in its name is not fetched twice. */
async function fetchAll(): Promise<void> {
  const cache = await caches.open(name)
  await cache.addAll(
    [...kept].map((url) => new Request(url, { cache: url.startsWith('/assets/') ? 'default' : 'reload' })),
  )
}

async function dropOthers(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(names.filter((one) => one.startsWith(prefix) && one !== name).map((one) => caches.delete(one)))
}

/** Where the phone's own browser threw the file away, the line is asked. */
async function fromHere(url: string, request: Request): Promise<Response> {
  const found = await (await caches.open(name)).match(url)
  return found ?? fetch(request)
}

/**
 * Asks the one that waits to take over and opens the page anew once it has. A page that is asked for while workers change
 * is answered by neither, so it is not asked for before.
 */
const handingOver = `<!doctype html><meta charset="utf-8"><title>Nâng Bước</title><script>
const again = () => location.reload()
navigator.serviceWorker.getRegistration('/phone').then((held) => {
  const next = held && held.waiting
  if (!next) return again()
  next.onstatechange = () => next.state === 'activating' || again()
  next.postMessage('${takeOver}')
  setTimeout(again, 2500)
}, again)
</script>`

/** How often this start has tried: a release that does not come is left for the next one. */
let tried = 0

/** At a start: where a newer release waits and this is the only page, that one opens it. */
async function open(request: Request): Promise<Response> {
  const { waiting } = self.registration
  if (waiting && tried < 2 && (await self.clients.matchAll({ type: 'window' })).length < 2) {
    tried += 1
    return new Response(handingOver, { headers: { 'content-type': 'text/html' } })
  }
  tried = 0
  return fromHere(page, request)
}

self.addEventListener('install', (event) => event.waitUntil(fetchAll()))
self.addEventListener('activate', (event) => event.waitUntil(dropOthers().then(() => self.clients.claim())))
self.addEventListener('message', (event) => {
  if (event.data === takeOver) void self.skipWaiting()
})
self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') {
    if (/^\/phone(\/|$)/.test(pathname)) event.respondWith(open(request))
  } else if (kept.has(pathname)) event.respondWith(fromHere(pathname, request))
})
