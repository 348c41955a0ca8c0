import { join, resolve } from 'node:path'

type Machine = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  readonly home: string
}

/**
 * The folder of the library, the same whichever host opens it: `--library`, else $STET_LIBRARY, else the place
 * where the system keeps the data of an app.
 */
export function libraryFolder(machine: Machine, chosen?: string): string {
  const { env, platform, home } = machine
  const named = chosen ?? env['STET_LIBRARY']
  if (named) return resolve(named)
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Stet')
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Stet')
  return join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'stet')
}
