import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { reviewContent } from '../../../src/main/export/docx/from-request.ts'
import { writeDocx } from '../../../src/main/export/docx/write.ts'
import { writeWithDocx } from './peers.ts'
import { workRequest } from './work-file.ts'

/** What one piece of work took: milliseconds of processor time, megabytes at most. */
export type Taken = { readonly first: number; readonly later: number | null; readonly rss: number }
export type Row = { readonly name: string; readonly taken: readonly Taken[] }
export type Figures = {
  readonly rows: readonly Row[]
  /** Bytes of the work file, by us and by `docx`. */
  readonly sizes: readonly [own: number, docx: number]
}

const CHILD = join(import.meta.dirname, 'child.ts')
const OWN = ['docx', 'write', 'mammoth', 'import', 'export']

function inProcess(work: string, file: string, times: number): Taken {
  const ran = spawnSync(process.execPath, [CHILD, work, file, String(times)], { encoding: 'utf8' })
  if (ran.status !== 0) throw new Error(`${work}: ${ran.stderr}`)
  const { first, later, rss } = JSON.parse(ran.stdout.trim().split('\n').at(-1) ?? '') as {
    first: { user: number }
    later: number | null
    rss: number
  }
  return { first: first.user, later, rss }
}

/** Another program, measured from outside by `time`; null where either is missing. */
function program(command: string, args: readonly string[]): Taken | null {
  const timed = existsSync('/usr/bin/time') ? '/usr/bin/time' : null
  if (timed === null) return null
  const ran = spawnSync(timed, ['-f', '%U %M', command, ...args], { encoding: 'utf8', timeout: 300_000 })
  const found = /^([\d.]+) (\d+)$/m.exec(ran.stderr)
  if (ran.status !== 0 || !found) return null
  return { first: Number(found[1]) * 1000, later: null, rss: Number(found[2]) / 1024 }
}

/** `rounds`: how often each is measured, one after the other, so that what the machine does besides falls on all. */
export async function measureDocx(rounds: number, times: number, hasOffice: boolean): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-docx-'))
  try {
    const file = join(folder, 'work.docx')
    writeFileSync(file, writeDocx(reviewContent(workRequest())))
    const json = join(folder, 'work.json')
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const others = {
      'pandoc, to JSON': () => program('pandoc', [file, '--track-changes=all', '-t', 'json', '-o', json]),
      'pandoc, from JSON': () => program('pandoc', [json, '-f', 'json', '-o', join(folder, 'pandoc.docx')]),
    }
    const rows = new Map<string, Taken[]>()
    const add = (name: string, taken: Taken | null): void => {
      if (taken) rows.set(name, [...(rows.get(name) ?? []), taken])
    }
    for (let round = 0; round < rounds; round += 1) {
      for (const work of OWN) add(work, inProcess(work, file, times))
      for (const [name, ask] of Object.entries(others)) add(name, ask())
    }
    const office = ['--headless', '--convert-to', 'fodt', '--outdir', folder, file]
    if (hasOffice) add('LibreOffice, to fodt', program('soffice', [profile, ...office]))
    const sizes = [statSync(file).size, (await writeWithDocx()).byteLength] as const
    return { rows: [...rows].map(([name, taken]) => ({ name, taken })), sizes }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What this machine says of itself. */
export function machine(): string {
  const model = existsSync('/proc/cpuinfo')
    ? (/model name\s*: (.*)/.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1] ?? '')
    : process.arch
  return `${model}, Node ${process.versions.node}`
}
