/** Once the first page stands: what was typed on this device and never gone on with is dropped. */
const afterMs = 3000

export const tidyLater = (): void =>
  addEventListener('load', () => {
    const tidy = () => import('./drafts.ts').then(({ tidyDrafts }) => tidyDrafts())
    setTimeout(() => void tidy().catch(() => undefined), afterMs)
  })
