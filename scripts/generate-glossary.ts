/** Writes docs/glossary.md from kernel/glossary.ts; `--check` only compares. */
import { readFile, writeFile } from 'node:fs/promises'
import { glossary } from '#kernel/glossary.ts'

const path = 'docs/glossary.md'
const rows = Object.entries(glossary).map(([key, t]) => `| \`${key}\` | ${t.vi} | ${t.en} | ${t.source} | ${t.mark} |`)
const text = `# Glossary

Printed from \`src/kernel/glossary.ts\`; never edited by hand.

| code | Vietnamese | English | source | mark |
|---|---|---|---|---|
${rows.join('\n')}
`
const check = process.argv.includes('--check')
if ((await readFile(path, 'utf8').catch(() => '')) !== text) {
  if (check) {
    console.log(`${path} is not what the glossary says: run the generator`)
    process.exitCode = 1
  } else await writeFile(path, text)
}
