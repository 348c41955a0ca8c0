import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { TypstCompileWorld } from '@myriaddreamin/typst-ts-web-compiler'
import { layOut, PLACES, placesOf } from './typesetter.ts'
import type { Engine, Pages, Typeset, Typesetting } from './typesetter.ts'

/** Diagnostics as an array of objects. */
const STRUCTURED = 3
/** What is compiled: pages, and not a page of the web. */
const PAGED = 0
const AS_PDF = 1

function has<K extends string>(answer: unknown, key: K): answer is Record<K, unknown> {
  return typeof answer === 'object' && answer !== null && key in answer
}

function compile(world: TypstCompileWorld): Pages<TypstCompileWorld> {
  const answer: unknown = world.compile(PAGED, STRUCTURED)
  if (!has(answer, 'hasError') || answer.hasError !== false) {
    return { ok: false, diagnostics: JSON.stringify(answer) }
  }
  return { ok: true, pages: world, places: placesOf(JSON.parse(world.query(PAGED, PLACES))) }
}

/**
 * Bytes that the engine has from the start, and takes up only as it uses them. It asks for memory in small pieces, and at
 * each V8 looks through all of its own: for 10,000 words that took half of all time.
 */
const ROOM = 256 * 2 ** 20

export async function loadWasm(fonts: readonly Uint8Array[]): Promise<Engine> {
  const typst = await import('@myriaddreamin/typst-ts-web-compiler')
  const require = createRequire(import.meta.url)
  const wasm = await readFile(require.resolve('@myriaddreamin/typst-ts-web-compiler/wasm'))
  const own = typst.initSync({ module: wasm })
  // Its allocator, by the names that its own glue gives it: what was taken once and given back stays within.
  // oxlint-disable-next-line no-underscore-dangle -- it has no others
  own.__wbindgen_export4(own.__wbindgen_export(ROOM, 1), ROOM, 1)
  const builder = new typst.TypstCompilerBuilder()
  builder.set_dummy_access_model()
  for (const font of fonts) await builder.add_raw_font(font)
  const compiler = await builder.build()

  function typeset(work: Typesetting): Typeset {
    const write = (path: string, text: string) => compiler.map_shadow(path, new TextEncoder().encode(text))
    for (const source of work.sources) compiler.add_source(source.path, source.text)
    write('/data.json', work.data)
    for (const { path, bytes } of work.pictures) compiler.map_shadow(path, bytes)
    // A world sees the files as they were when it was made.
    const set = layOut(work, write, () => compile(compiler.snapshot(undefined, '/main.typ', undefined)))
    if (!set.ok) return set
    work.step?.('file')
    const file: unknown = set.pages.get_artifact(AS_PDF, STRUCTURED)
    return has(file, 'result') && file.result instanceof Uint8Array
      ? { ok: true, pdf: file.result, places: set.places }
      : { ok: false, diagnostics: JSON.stringify(file) }
  }

  return { kind: 'wasm', typeset, close: () => compiler.free() }
}
