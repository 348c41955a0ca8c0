import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { PictureFile } from './pictures.ts'
import { PLACES, placesOf } from './typesetter.ts'
import type { Engine, TypstFile, Typeset } from './typesetter.ts'

/** Diagnostics as an array of objects. */
const STRUCTURED = 3

function resultOf(answer: unknown): Typeset {
  if (typeof answer === 'object' && answer !== null && 'result' in answer) {
    if (answer.result instanceof Uint8Array) return { ok: true, pdf: answer.result, places: null }
  }
  return { ok: false, diagnostics: JSON.stringify(answer) }
}

export async function loadWasm(fonts: readonly Uint8Array[]): Promise<Engine> {
  const typst = await import('@myriaddreamin/typst-ts-web-compiler')
  const require = createRequire(import.meta.url)
  const wasm = await readFile(require.resolve('@myriaddreamin/typst-ts-web-compiler/wasm'))
  typst.initSync({ module: wasm })
  const builder = new typst.TypstCompilerBuilder()
  builder.set_dummy_access_model()
  for (const font of fonts) await builder.add_raw_font(font)
  const compiler = await builder.build()

  function typeset(sources: readonly TypstFile[], data: string, pictures: readonly PictureFile[]): Typeset {
    for (const source of sources) compiler.add_source(source.path, source.text)
    compiler.map_shadow('/data.json', new TextEncoder().encode(data))
    for (const { path, bytes } of pictures) compiler.map_shadow(path, bytes)
    const result = resultOf(compiler.compile('/main.typ', undefined, 'pdf', STRUCTURED))
    if (!result.ok) return result
    const answer: unknown = JSON.parse(compiler.query('/main.typ', undefined, PLACES))
    return { ...result, places: placesOf(answer) }
  }

  return { kind: 'wasm', typeset, close: () => compiler.free() }
}
