import { spawnSync } from 'node:child_process'

const run = (args) =>
  spawnSync('apt-get', args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    .status === 0

/** Installs a package of Debian where we may. The caller looks for its program afterwards and says what is missing. */
export function installDebian(name) {
  if (process.getuid?.() !== 0) return
  console.log(`apt-get install ${name}`)
  const install = ['install', '-y', '--no-install-recommends', name]
  if (!run(install)) run(['update']) && run(install)
}
