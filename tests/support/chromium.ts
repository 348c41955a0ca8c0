import { chromium } from '@playwright/test'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

/** A Chromium to test in: its file and the flags it needs on this machine. */
export type Browser = { readonly executablePath: string; readonly args: readonly string[] }

/** Nothing leaves the machine on its own: no updates, field trials, reports or host look-ups. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-field-trial-config',
  '--disable-sync',
  '--no-pings',
  '--no-default-browser-check',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
]

const UNPACKED = resolve(import.meta.dirname, '../../node_modules/.cache/stet-chromium')

/**
 * In this order: $CHROMIUM, /usr/bin/chromium, Playwright's own download, and the headless shell that the
 * package @sparticuz/chromium carries for Linux x64, so that `npm ci && npm test` needs nothing else.
 */
export async function findChromium(): Promise<Browser> {
  const args = [...QUIET, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
  const installed = [process.env['CHROMIUM'], '/usr/bin/chromium', chromium.executablePath()]
  for (const executablePath of installed) {
    if (executablePath && existsSync(executablePath)) return { executablePath, args }
  }
  const carried = await findCarried()
  if (!carried) {
    throw new Error('No Chromium found. Set CHROMIUM to one, or run `npx playwright install chromium`.')
  }
  Object.assign(process.env, carried.env)
  return carried
}

/** The headless shell of the package whatever else is installed, with the environment that it needs; Linux x64 alone. */
export async function findCarried(): Promise<
  (Browser & { readonly env: Readonly<Record<string, string>> }) | null
> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  const executablePath = await unpackCarried()
  const args = [...QUIET, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
  return {
    executablePath,
    args: [...args, '--disable-gpu', '--font-render-hinting=none'],
    env: carriedPlaces(),
  }
}

/**
 * Unpacks into a folder beside the one that is used and renames it, so that two test processes that start
 * together never run a half-written file. The package writes to the temporary folder that is set when it runs.
 */
async function unpackCarried(): Promise<string> {
  const executablePath = join(UNPACKED, 'chromium')
  if (!existsSync(executablePath)) {
    await mkdir(dirname(UNPACKED), { recursive: true })
    const folder = await mkdtemp(`${UNPACKED}-`)
    await inflateInto(folder)
    await rename(folder, UNPACKED).catch(async (error: unknown) => {
      await rm(folder, { recursive: true, force: true })
      if (!existsSync(executablePath)) throw error
    })
  }
  return executablePath
}

async function inflateInto(folder: string): Promise<void> {
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  try {
    const { default: carried, inflate } = await import('@sparticuz/chromium')
    await carried.executablePath()
    const bin = resolve(import.meta.dirname, '../../node_modules/@sparticuz/chromium/bin')
    await inflate(join(bin, 'al2023.tar.br'))
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
  await writeFile(join(folder, 'fonts.conf'), FONTS)
}

const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${UNPACKED}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${UNPACKED}/font-cache</cachedir>
</fontconfig>
`

/** Where the carried browser finds its libraries and fonts: where it was unpacked; the machine's own come after. */
function carriedPlaces(): Readonly<Record<string, string>> {
  const libraries = join(UNPACKED, 'al2023', 'lib')
  const known = process.env['LD_LIBRARY_PATH']
  const paths = known?.split(':').includes(libraries) ? known : known ? `${known}:${libraries}` : libraries
  const fonts = process.env['FONTCONFIG_FILE'] ?? join(UNPACKED, 'fonts.conf')
  return { LD_LIBRARY_PATH: paths, FONTCONFIG_FILE: fonts }
}
