import { statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { TypstFile } from './typesetter.ts'

/** The Typst sources in resources/typst; they hold the looks and no word of any article. */
const FILES = [
  'main.typ',
  'content.typ',
  'data.typ',
  'theme.typ',
  'sheet.typ',
  'page.typ',
  'cards.typ',
  'places.typ',
  'cover.typ',
  'text.typ',
  'registers.typ',
] as const

const FOLDER = join('resources', 'typst')

/** The folder is looked for upwards from this module, which stands elsewhere in a build than in the sources. */
function findFolder(from: string): string | null {
  const folder = join(from, FOLDER)
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return folder
  const above = dirname(from)
  return above === from ? null : findFolder(above)
}

/**
 * What tells the native engine, on Linux, that the machine has no fonts: it would open each of them when it starts. A
 * file that is not there, or lies within an archive, tells it nothing.
 */
export function noFontsFile(): string {
  return join(findFolder(import.meta.dirname) ?? '', 'no-fonts.conf')
}

export async function loadTemplate(): Promise<readonly TypstFile[]> {
  const folder = findFolder(import.meta.dirname)
  if (folder === null) throw new Error(`There is no folder ${FOLDER} above the program.`)
  return Promise.all(
    FILES.map(async (name) => ({ path: `/${name}`, text: await readFile(join(folder, name), 'utf8') })),
  )
}
