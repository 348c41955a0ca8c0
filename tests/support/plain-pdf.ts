import { createEngine } from '../../src/main/export/pdf/engine.ts'
import { loadFonts } from '../../src/main/export/pdf/fonts.ts'

const TEMPLATE = `#set document(title: "Teld", date: datetime(year: 2026, month: 11, day: 22))
#set text(font: "Stet Serif", fallback: false)
= Teld
Words of the first page, and a #link("https://example.org")[link].
#pagebreak()
Words of the second.`

/** Two pages as the typesetter hands them over. */
export async function plainPdf(): Promise<Uint8Array> {
  const fonts = loadFonts()
  const engine = await createEngine(fonts.files)
  const outcome = engine.typeset({
    sources: [{ path: '/main.typ', text: TEMPLATE }],
    data: '{}',
    pictures: [],
  })
  engine.close()
  if (!outcome.ok) throw new Error(outcome.diagnostics)
  return outcome.pdf
}
