/** Ctrl K: one box for everything one may find. The providers come from the rooms. */
import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useTo } from '../address.ts'
import { say, type Words } from '../language.ts'
import { Dialog } from './Dialog.tsx'
import { type Found, inRank } from './found.ts'
import { Picker } from './Picker.tsx'

export type SearchProvider = {
  readonly heading: Words
  readonly find: (q: string, signal: AbortSignal) => Promise<readonly Found[]>
}

export function Search({ providers }: { providers: readonly SearchProvider[] }) {
  const [open, setOpen] = useState(false)
  const { route } = useLocation()
  const to = useTo()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      setOpen(true)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
  if (providers.length === 0) return null

  return (
    <>
      <button
        type="button"
        class="button quiet search-open"
        onClick={() => setOpen(true)}
        aria-keyshortcuts="Control+K"
      >
        {say({ vi: 'Tìm', en: 'Search' })} <kbd>Ctrl K</kbd>
      </button>
      {open && (
        <Dialog title={{ vi: 'Tìm', en: 'Search' }} onClose={() => setOpen(false)}>
          <Picker
            label={providers.map((provider) => say(provider.heading)).join(', ')}
            hint={{ vi: 'Gõ có dấu hay không dấu đều được.', en: 'With or without tone marks.' }}
            required
            chosen={null}
            load={(q, signal) => findEverywhere(providers, q, signal)}
            onChoose={({ value }) => {
              setOpen(false)
              // The day and the unit that are looked at go along.
              route(to(value))
            }}
          />
        </Dialog>
      )}
    </>
  )
}

/** What each provider found, what is nearest to the typed words first. One that fails does not silence the others. */
async function findEverywhere(providers: readonly SearchProvider[], q: string, signal: AbortSignal) {
  const answers = await Promise.allSettled(providers.map((provider) => provider.find(q, signal)))
  if (answers.every((answer) => answer.status === 'rejected')) throw new Error('no provider answered')
  const found = answers.flatMap((answer, at) =>
    answer.status === 'fulfilled' ? answer.value.map((one) => ({ ...one, heading: providers[at]?.heading ?? '' })) : [],
  )
  return inRank(found, q).map(({ href, label, detail, heading }) => ({
    value: href,
    label,
    detail: [say(heading), detail].filter(Boolean).join(' · '),
  }))
}
