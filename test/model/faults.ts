/** Faults planted into the phone's own files or the database: a run must see each. */
import type pg from 'pg'
import type { Patch } from './device/bundle.ts'
import type { Invariant } from './invariants.ts'

export type Fault = {
  readonly name: string
  readonly patches: readonly Patch[]
  /** Done to the database, and undone. */
  readonly plant?: (owner: pg.Pool) => Promise<() => Promise<unknown>>
  readonly caughtBy: Invariant
}

const sender = 'platform/web/sender.ts'
const outbox = 'platform/web/outbox.ts'

export const faults: readonly Fault[] = [
  {
    name: 'a lost reply is taken as sent',
    patches: [
      {
        file: sender,
        from: "    if (sealed) return 'stop'\n",
        to: `    if (problem.uncertain) {
      await settle(round, batch.map((command) => ({ command, change: asSent(null) })))
      return 'on'
    }
    if (sealed) return 'stop'
`,
      },
    ],
    caughtBy: 'nothing acknowledged is lost',
  },
  {
    name: 'a command is written anew at each sending',
    patches: [
      { file: outbox, from: "return { ...command, input: null, label: ''", to: "return { ...command, label: ''" },
      {
        file: outbox,
        from: '  return (await everyones()).filter(',
        to: `  for (const one of await everyones()) {
    if (one.state !== 'waiting' || !one.input) continue
    const anew = await sealedCommand({ ...one, madeAt: Date.now() }).catch(() => null)
    if (anew) await device.command.update(one.seq as number, { delivery: anew.delivery ?? null })
  }
  return (await everyones()).filter(`,
      },
    ],
    caughtBy: 'sent as it was made',
  },
  {
    name: 'the phone drops what it was told of a conflict',
    patches: [{ file: sender, from: ', ...(told && { told }) }', to: ' }' }],
    caughtBy: 'every conflict is visible',
  },
  {
    name: 'the server forgets that a survey came beside another',
    patches: [],
    plant: async (owner) => {
      await owner.query(`
        create function forget_beside() returns trigger language plpgsql as $$ begin new.beside := null; return new; end $$;
        create trigger forget_beside before insert on survey for each row execute function forget_beside()`)
      return () => owner.query('drop function forget_beside cascade')
    },
    caughtBy: 'every conflict is visible',
  },
]

/** The phone's files of a release to come: its store has one more version, to which the store of today must come. */
export const nextRelease: Patch = {
  file: 'platform/web/device.ts',
  from: "this.version(4).stores({ vault: 'accountId' })",
  to: "this.version(4).stores({ vault: 'accountId' })\n    this.version(5).stores({ drafts: '[accountId+kind+id], savedAt' })",
}
