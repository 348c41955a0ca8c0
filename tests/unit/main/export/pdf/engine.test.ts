import { describe, expect, test } from 'vitest'
import { createEngine } from '../../../../../src/main/export/pdf/engine.ts'
import { loadFonts } from '../../../../../src/main/export/pdf/fonts.ts'
import type { TypesetStep } from '../../../../../src/main/export/pdf/typesetter.ts'

const MAIN = `#set text(font: "Stet Serif")
#let plan = json("/plan.json")
#if plan != none [Planned for page #plan.page.]
#context [#metadata((planned: plan != none, page: here().page()))<places>]`

async function bothPasses(kind: 'native' | 'wasm') {
  const { files } = loadFonts()
  const engine = await createEngine(files, kind)
  const asked: unknown[] = []
  const steps: TypesetStep[] = []
  const set = (plan?: (places: unknown) => unknown) =>
    engine.typeset({
      sources: [{ path: '/main.typ', text: MAIN }],
      data: '{}',
      pictures: [],
      step: (step) => steps.push(step),
      ...(plan ? { plan } : {}),
    })
  const planned = set((places) => {
    asked.push(places)
    return { page: 1 }
  })
  const plain = set(() => null)
  engine.close()
  return { planned, plain, asked, steps }
}

describe.each(['native', 'wasm'] as const)('the %s engine', (kind) => {
  test('lays out again with the plan that was made of the first pages, and tells the places of the first', async () => {
    const { planned, plain, asked, steps } = await bothPasses(kind)
    expect(asked).toEqual([{ planned: false, page: 1 }])
    expect(planned).toMatchObject({ ok: true, places: { planned: false, page: 1 } })
    expect(plain).toMatchObject({ ok: true, places: { planned: false, page: 1 } })
    expect(steps).toEqual(['pages', 'margins', 'file', 'pages', 'file'])
  })

  test('says what is wrong with a template', async () => {
    const engine = await createEngine(loadFonts().files, kind)
    const set = engine.typeset({
      sources: [{ path: '/main.typ', text: '#panic("no")' }],
      data: '{}',
      pictures: [],
    })
    engine.close()
    expect(!set.ok && set.diagnostics).toContain('panicked with')
  })
})

test('both engines set planned pages with the same bytes', async () => {
  const [native, wasm] = [await bothPasses('native'), await bothPasses('wasm')]
  const { planned: one } = native
  const { planned: other } = wasm
  expect(one.ok && other.ok && Buffer.compare(one.pdf, other.pdf)).toBe(0)
})
