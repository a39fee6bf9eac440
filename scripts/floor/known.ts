/** What the oldest browsers that we promise know, from the data of the web platform's own group (`web-features`). */
import { features } from 'web-features'

/** The last Chrome and Edge of Windows 7 and 8; the same on Android. */
export const floor = { chrome: 109, chrome_android: 109, edge: 109 } as const

type Support = Readonly<Partial<Record<keyof typeof floor, string>>>
type Feature = {
  readonly status?: { readonly by_compat_key?: Readonly<Record<string, { readonly support: Support }>> }
}

const since = (version: string | undefined): number =>
  version ? Number(version.replace('≤', '')) : Number.POSITIVE_INFINITY

const reaches = (support: Support): boolean =>
  Object.entries(floor).every(([browser, version]) => since(support[browser as keyof typeof floor]) <= version)

/** Compatibility key (`javascript.builtins.Array.toSorted`) -> whether the floor knows it. */
export const known: ReadonlyMap<string, boolean> = new Map(
  (Object.values(features) as Feature[]).flatMap(({ status }) =>
    Object.entries(status?.by_compat_key ?? {}).map(([key, { support }]) => [key, reaches(support)] as const),
  ),
)

/** The names under which keys are met, and those of them that the floor knows from nowhere. */
export class Names {
  private readonly met = new Map<string, boolean>()

  add(name: string, knows: boolean): void {
    this.met.set(name, knows || this.met.get(name) === true)
  }

  /** A name that is known to be newer; one that nobody told us of is not. */
  isNewer(name: string): boolean {
    return this.met.get(name) === false
  }
}

/** Names of the keys that `nameOf` gives one to. */
export function namesOf(nameOf: (path: readonly string[]) => string | undefined): Names {
  const names = new Names()
  for (const [key, knows] of known) {
    const name = nameOf(key.split('.'))
    if (name !== undefined) names.add(name, knows)
  }
  return names
}
