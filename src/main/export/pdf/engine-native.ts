import { createRequire } from 'node:module'
import type { PictureFile } from './pictures.ts'
import { PLACES, placesOf } from './typesetter.ts'
import type { Engine, TypstFile, Typeset } from './typesetter.ts'

declare const compiled: unique symbol
type CompiledDocument = { readonly [compiled]: true }

/** The slice of the compiler's N-API that is used; its platform package carries no types. */
type NodeCompiler = {
  addSource(path: string, text: string): void
  mapShadow(path: string, bytes: Buffer): void
  compile(options: { mainFilePath: string }): {
    readonly result: CompiledDocument | null
    takeDiagnostics(): { readonly shortDiagnostics: unknown } | null
  }
  pdf(document: CompiledDocument): Uint8Array
  query(document: CompiledDocument, options: { selector: string }): unknown
  evictCache(age: number): void
}
type NativeModule = {
  readonly NodeCompiler: {
    create(options: { workspace: string; fontArgs: { fontBlobs: Uint8Array[] }[] }): NodeCompiler
  }
}

/** A folder that is nowhere: every file comes from memory, and nothing on disk can be named from a template. */
const ROOT = '/stet-typst'

function load(): NativeModule | null {
  const require = createRequire(import.meta.url)
  try {
    return require(
      `@myriaddreamin/typst-ts-node-compiler-${process.platform}-${process.arch}-gnu`,
    ) as NativeModule
  } catch {
    return null
  }
}

/** Answers null where the package for this platform is not installed or does not load. */
export function loadNative(fonts: readonly Uint8Array[]): Engine | null {
  const native = load()
  if (!native) return null
  const compiler = native.NodeCompiler.create({ workspace: ROOT, fontArgs: [{ fontBlobs: [...fonts] }] })

  function typeset(sources: readonly TypstFile[], data: string, pictures: readonly PictureFile[]): Typeset {
    for (const source of sources) compiler.addSource(ROOT + source.path, source.text)
    compiler.mapShadow(`${ROOT}/data.json`, Buffer.from(data))
    for (const { path, bytes } of pictures) compiler.mapShadow(ROOT + path, Buffer.from(bytes))
    const compiled = compiler.compile({ mainFilePath: `${ROOT}/main.typ` })
    if (compiled.result === null) {
      return { ok: false, diagnostics: JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics) }
    }
    const places = placesOf(compiler.query(compiled.result, { selector: PLACES }))
    return { ok: true, pdf: new Uint8Array(compiler.pdf(compiled.result)), places }
  }

  return { kind: 'native', typeset, close: () => compiler.evictCache(0) }
}
