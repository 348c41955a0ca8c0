import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { serialize } from 'node:v8'
import type { Files, Told } from './told.ts'

const run = promisify(execFile)
const CHILD = resolve(import.meta.dirname, 'made.ts')

/** A home with fonts that the engine would take if it could: other weights of families that the files are set in. */
function homeWithFonts(folder: string): NodeJS.ProcessEnv {
  const fonts = join(folder, 'home/.local/share/fonts')
  mkdirSync(fonts, { recursive: true })
  const require = createRequire(import.meta.url)
  for (const name of [
    'noto-serif-hebrew/900Black/NotoSerifHebrew_900Black.ttf',
    'source-serif-4/300Light/SourceSerif4_300Light.ttf',
  ]) {
    copyFileSync(require.resolve(`@expo-google-fonts/${name}`), join(fonts, name.replaceAll('/', '-')))
  }
  const config = join(folder, 'home/fonts.conf')
  writeFileSync(config, `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir></fontconfig>`)
  return {
    HOME: join(folder, 'home'),
    XDG_DATA_HOME: join(folder, 'home/.local/share'),
    FONTCONFIG_FILE: config,
  }
}

/** 1. The same bytes by the other engine, and in another time zone, language, folder and set of fonts. */
export async function sameBytes({ folder, request, packet }: Files, told: Told): Promise<void> {
  const path = join(folder, 'request.v8')
  writeFileSync(path, serialize(request))
  const hash = createHash('sha256').update(packet.bytes).digest('hex')
  const elsewhere = { TZ: 'Asia/Tokyo', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8', ...homeWithFonts(folder) }
  const ways = [
    ['by WebAssembly', ['wasm'], {}],
    ['in another time zone, language and folder, with more fonts', [], elsewhere],
  ] as const
  const made = ways.map(async ([words, args, env]) => {
    const { stdout } = await run(process.execPath, [CHILD, path, ...args], {
      cwd: folder,
      env: { ...process.env, ...env },
    })
    return stdout.trim() === hash ? [] : [`The packet is other bytes ${words}.`]
  })
  told.faults.push(...(await Promise.all(made)).flat())
}
