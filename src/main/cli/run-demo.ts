import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { newId } from '../core/new-id.ts'
import { readInput } from './convert.ts'
import { runDemo } from './demo.ts'
import { RefusedError } from './headless-editor.ts'
import { openLocalDesk } from './local-desk.ts'

/** The whole journey on a library of its own, in a new folder; says on stdout where the files are. */
export async function runDemoCommand(resources: string, file: string | undefined): Promise<number> {
  const draft = file ?? join(resources, 'sample', 'teld-task-force.txt')
  const read = await readInput(draft)
  if (!read.ok) throw new RefusedError(`${draft}: ${read.error.message}`)
  const folder = await mkdtemp(join(tmpdir(), 'stet-demo-'))
  const files = join(folder, 'files')
  await mkdir(files)
  const desk = await openLocalDesk(join(folder, 'library'), resources, async (saved) => {
    await writeFile(join(files, saved.name), saved.bytes)
    return { kind: 'saved', name: saved.name }
  })
  try {
    const say = (line: string) => console.error(line)
    const written = await runDemo(desk.call, { name: basename(draft), bytes: read.value }, newId, say)
    for (const name of written) console.log(join(files, name))
    return 0
  } finally {
    await desk.close()
  }
}
