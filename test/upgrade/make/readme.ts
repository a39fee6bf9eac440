/** What a folder says of itself. */
import type { Dump } from '../dump.ts'
import type { Expected } from '../questions.ts'
import type { Cut } from './cut.ts'

type Told = { readonly name: string; readonly dump: Dump; readonly cut: Cut; readonly expected: Expected }

export const readmeOf = ({ name, dump, cut, expected }: Told): string => `# test/upgrade/${name}

An installation as the build before change ${name} left it, on ${expected.writtenAt.slice(0, 10)}. Written once by that build, running;
never edited, never written again: \`hashes\` (as \`sha256sum\` writes it) holds every file.

The people are invented. The keys open nothing but this folder. The build's last migration: \`${dump.migrations.at(-1)?.name}\`.

| file | what |
|---|---|
| \`database.jsonl.br\` | the database: its migrations with their hashes, then the rows of each table, one JSON list a line (\`brotli -d\`) |
| \`keys.json\` | the key file of the installation |
| \`phone.json\` | Mai's phone: session; the sending whose reply was lost, byte for byte, with that reply; the one that never left. What it stores is sealed with a key that no file can hold, and left out |
| \`desk.json\` | the browser of Hùng's desk: session, IndexedDB with a reason he typed and did not give |
| \`expected.json\` | what the build answered: people, counts, a family, classes on days, figures, papers, scans, audit, sealed numbers; sendings of Hùng with their bytes |

## How it came to be

1. The demo was loaded by its own server, then cut by plain SQL (\`make/cut.ts\`) before anybody worked in it. Every household
   that a review ever listed stayed, with everything of it, so every round, decision and list is whole; of those no review
   spoke of, twelve stayed: ${cut.households.before} households became ${cut.households.after}. Units: those on which anything stands,
   all that stood over them, what came before and after them: ${cut.units.before} became ${cut.units.after}.
2. The server ran again on that. Mai sent two forms of this month's review;
   Trị made an account, gave and took a grant, made a unit; Hùng entered, changed, split, merged and ended households,
   returned and accepted forms, drafted, withdrew and drafted again; Bích put the decision in force; another round was
   opened and called off; a third one's decision was printed and waits to be signed. A death was taken back, a grandmother
   entered twice joined; a family was surveyed twice, and a neighbour moved in while that review ran. At his desk (Chromium on the
   office's pages) Hùng closed a review's list without hearing so, another's while nothing left the desk, and began to
   say why he calls it off. Hùng joined two records of one official and kept the signed minutes of a committee, which has
   another name since; Lan said how many such committees a commune needs
   (\`make/accounts.ts\`, \`households.ts\`, \`rounds.ts\`, \`skills.ts\`, \`desk.ts\`).
3. Mai sent a form that the server stored while its reply was cut off, and finished one without signal (\`make/phone.ts\`).
4. The server was asked what \`expected.json\` holds, stopped, and the database read out.
`
