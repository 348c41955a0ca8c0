import { chromium } from '@playwright/test'
import type { Browser } from '@playwright/test'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { findChromium } from '../../support/chromium.ts'
import { judge, keyNameOf } from './gates.ts'
import type { Round } from './gates.ts'
import { measure, measureDeciding, measureState } from './measured-page.ts'
import type { Wanted } from './measured-page.ts'
import { figuresTable, gatesTable, page } from './report.ts'
import { servePage } from './served-page.ts'

const ROUNDS = 3
const PAGE = resolve(import.meta.dirname, '../../../docs/bench-editor.md')

/** Plain and ours take turns, so that whatever else the machine does falls on both. */
const EDITORS: readonly Wanted[] = [
  { kind: 'plain', size: 'S' },
  { kind: 'bare', size: 'S' },
  { kind: 'screen', size: 'S' },
  { kind: 'plain', size: 'M' },
  { kind: 'bare', size: 'M' },
  { kind: 'screen', size: 'M' },
  { kind: 'bare', size: 'L', saves: true, memory: true },
  { kind: 'plain', size: 'L' },
  { kind: 'screen', size: 'L', saves: true, memory: true },
  { kind: 'screen', size: 'L', tab: 'changes' },
  { kind: 'screen', size: 'L', tab: 'comments' },
]

async function measureRound(browser: Browser, url: string, first: boolean): Promise<Round> {
  const state = {
    plain: await measureState(browser, url, 'plain', 'L'),
    ours: await measureState(browser, url, 'bare', 'L'),
  }
  const decide = await measureDeciding(browser, url, 'L')
  const editors = new Map<string, Awaited<ReturnType<typeof measure>>>()
  for (const wanted of EDITORS) {
    const name = keyNameOf(wanted.kind, wanted.size, wanted.tab)
    // Memory grows the same each time; once is enough of a thousand keys.
    const now = { ...wanted, memory: first && wanted.memory === true }
    // oxlint-disable-next-line no-await-in-loop -- one after another, so that they do not slow each other
    const figures = await measure(browser, url, now)
    console.log(`  ${name}: ${figures.toPaint.length} keys`)
    editors.set(name, figures)
  }
  return { state, decide, editors }
}

/** `npm run bench:editor [-- rounds]`; false when a target is missed. */
export async function benchEditor(wantedRounds: number = ROUNDS): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-bench-editor-'))
  const served = await servePage(folder, ['S', 'M', 'L'])
  const { executablePath, args } = await findChromium()
  const browser = await chromium.launch({ executablePath, args: [...args] })
  // Above one for each core, other work shared the machine, and single figures say little.
  const load = (loadavg()[0] ?? 0).toFixed(1)
  const machine = `Chromium ${browser.version()} without a screen, ${cpus().length} cores, load ${load} at the start`
  const rounds: Round[] = []
  try {
    for (let round = 0; round < wantedRounds; round++) {
      console.log(`round ${round + 1} of ${wantedRounds}`)
      // oxlint-disable-next-line no-await-in-loop
      rounds.push(await measureRound(browser, served.url, round === 0))
    }
  } finally {
    await browser.close()
    served.close()
    await rm(folder, { recursive: true, force: true })
  }
  const verdicts = judge(rounds)
  console.log(`\n${figuresTable(rounds)}\n\n${gatesTable(verdicts)}\n`)
  await mkdir(resolve(PAGE, '..'), { recursive: true })
  await writeFile(PAGE, page(rounds, verdicts, machine))
  return verdicts.every(({ held }) => held)
}
