import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { WorkOutcome } from '../../shared/model/interchange.ts'
import type { ConvertedFile } from '../export/docx/convert.ts'
import { createWorkThread } from '../worker/client.ts'
import type { WorkThread } from '../worker/client.ts'

/** A file that takes longer is refused. */
const DEADLINE_MS = 10_000

export type ConvertOptions = { readonly out: string; readonly changes: 'keep' | 'accept' | 'reject' }

/**
 * Reads each file and writes it to `out` as .docx under its own name. Prints one JSON line a file on stdout.
 * Exit code: 0 when all were written, 1 when one was refused.
 */
export async function runConvert(files: readonly string[], options: ConvertOptions): Promise<number> {
  const thread = createWorkThread({ deadline: DEADLINE_MS })
  let exitCode = 0
  for (const file of files) {
    const line = await convertFile(file, options, thread)
    if (!line.ok) exitCode = 1
    process.stdout.write(`${JSON.stringify(line)}\n`)
  }
  await thread.close()
  return exitCode
}

async function convertFile(file: string, options: ConvertOptions, thread: WorkThread) {
  const name = basename(file)
  const out = join(options.out, /\.docx$/i.test(name) ? name : `${name.replace(/\.[^.]*$/, '')}.docx`)
  const outcome = await readAndConvert(file, name, options, thread)
  if (!outcome.ok) return { file, ok: false, ...outcome.error } as const
  try {
    await mkdir(options.out, { recursive: true })
    await writeFile(out, outcome.value.bytes)
  } catch {
    return { file, ok: false, code: 'refused', message: `${out} could not be written.` } as const
  }
  return { file, ok: true, out, warnings: outcome.value.warnings } as const
}

async function readAndConvert(
  file: string,
  name: string,
  { changes }: ConvertOptions,
  thread: WorkThread,
): Promise<WorkOutcome<ConvertedFile>> {
  const bytes = await readInput(file)
  if (bytes.ok) return thread.ask('convert', { name, bytes: bytes.value, changes })
  return bytes
}

/** A file named on the command line, or why it cannot be had. */
export async function readInput(file: string): Promise<WorkOutcome<Uint8Array>> {
  try {
    return { ok: true, value: await readFile(file) }
  } catch {
    return {
      ok: false,
      error: { code: 'not-found', message: 'There is no such file, or it may not be read.' },
    }
  }
}
