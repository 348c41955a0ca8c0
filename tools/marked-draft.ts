import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { callOrThrow } from '../src/main/cli/headless-editor.ts'
import { openLibrary } from '../src/main/core/core.ts'
import { newId } from '../src/main/core/new-id.ts'
import { readListed, SAMPLE } from '../tests/support/marked-draft/drafts.ts'
import { dress } from '../tests/support/marked-draft/dress.ts'
import { markUp } from '../tests/support/marked-draft/mark-up.ts'
import { realWork } from '../tests/support/marked-draft/real-work.ts'
import { NOBODY_THERE } from '../tests/support/nobody-there.ts'
import { root } from './run.ts'

/**
 * `node tools/marked-draft.ts FOLDER [DRAFT] [--plain]`: writes a new library that holds a fully marked draft, for
 * pictures and for trying things out. DRAFT: the bundled sample when absent, else a draft that a list was made for.
 * `--plain`: only marked up, with no source, answer or edit yet. Then: `STET_LIBRARY=FOLDER npm start`.
 */
const words = process.argv.slice(2)
const [folder, path = SAMPLE] = words.filter((word) => !word.startsWith('--'))
if (folder === undefined) throw new Error('Say in which folder the library is to lie.')
if (existsSync(join(folder, 'library.stet-db'))) throw new Error(`There is a library in ${folder} already.`)

const resources = join(root, 'resources')
const opened = await openLibrary({
  folder: resolve(folder),
  platform: NOBODY_THERE,
  work: realWork,
  resources,
})
if (!opened.ok) throw new Error(opened.error.message)
const call = callOrThrow(opened.value)
const tools = { call, newId }
const { name, bytes, list } = readListed(path)
// A new library has the sample on its desk already.
const [seeded] = path === SAMPLE ? (await call('articles.list', {})).rows : []
const articleId = seeded?.id ?? (await call('articles.import', { name, bytes })).articleId
const marked = await markUp(tools, articleId, list)
if (!words.includes('--plain')) await dress(tools, marked, list)
await opened.value.close()
console.log(`Article ${articleId} in ${resolve(folder)}`)
