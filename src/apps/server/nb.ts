/** The command line: `nb score ...`. */
import { keys } from './commands/keys.ts'
import { score } from './commands/score.ts'

const commands: Record<string, (args: string[]) => Promise<number>> = { score, keys }

const help = `nb: công cụ dòng lệnh của Nâng Bước / the command line of Nâng Bước

  nb score --standard ID FILE    score households by a standard (nb score --help)
  nb keys rotate KIND            make a fresh key (nb keys --help)
`

const [name = '--help', ...args] = process.argv.slice(2)
const command = commands[name]
if (command) process.exitCode = await command(args)
else {
  const asked = name === '--help' || name === '-h'
  ;(asked ? process.stdout : process.stderr).write(help)
  process.exitCode = asked ? 0 : 2
}
