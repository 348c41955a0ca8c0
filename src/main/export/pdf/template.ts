import { readFile, stat } from 'node:fs/promises'
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

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

/** The folder is looked for upwards from this module, which stands elsewhere in a build than in the sources. */
async function findFolder(from: string): Promise<string> {
  const folder = join(from, FOLDER)
  if (await isFolder(folder)) return folder
  const above = dirname(from)
  if (above === from) throw new Error(`There is no folder ${FOLDER} above the program.`)
  return findFolder(above)
}

export async function loadTemplate(): Promise<readonly TypstFile[]> {
  const folder = await findFolder(import.meta.dirname)
  return Promise.all(
    FILES.map(async (name) => ({ path: `/${name}`, text: await readFile(join(folder, name), 'utf8') })),
  )
}
