import { createRequire } from 'node:module'
import { isLargeProcess } from './large-process.ts'
import { layOut, PLACES, placesOf } from './typesetter.ts'
import type { Engine, Pages, Typeset, Typesetting } from './typesetter.ts'

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

const COMPILER = '@myriaddreamin/typst-ts-node-compiler'
const WASM = '@myriaddreamin/typst-ts-web-compiler'

/** How the package for a machine is called, behind the name of the compiler. */
function platformOf(platform: NodeJS.Platform, arch: string): string {
  if (platform === 'linux') return `linux-${arch}-gnu`
  return platform === 'win32' ? `win32-${arch}-msvc` : `${platform}-${arch}`
}

function versionOf(require: NodeJS.Require, name: string): string {
  return (require(`${name}/package.json`) as { readonly version: string }).version
}

/** Another version would set other pages than WebAssembly does, which is everywhere the same. */
function load(): NativeModule | null {
  const require = createRequire(import.meta.url)
  const name = `${COMPILER}-${platformOf(process.platform, process.arch)}`
  try {
    return versionOf(require, name) === versionOf(require, WASM) ? (require(name) as NativeModule) : null
  } catch {
    return null
  }
}

/** Answers null where the package for this platform is not installed, is of another version, or does not load. */
export function loadNative(fonts: readonly Uint8Array[]): Engine | null {
  const native = load()
  if (!native) return null
  const compiler = native.NodeCompiler.create({ workspace: ROOT, fontArgs: [{ fontBlobs: [...fonts] }] })

  function compile(): Pages<CompiledDocument> {
    const compiled = compiler.compile({ mainFilePath: `${ROOT}/main.typ` })
    if (compiled.result === null) {
      return { ok: false, diagnostics: JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics) }
    }
    const places = placesOf(compiler.query(compiled.result, { selector: PLACES }))
    return { ok: true, pages: compiled.result, places }
  }

  function typeset(work: Typesetting): Typeset {
    const write = (path: string, text: string) => compiler.mapShadow(ROOT + path, Buffer.from(text))
    for (const source of work.sources) compiler.addSource(ROOT + source.path, source.text)
    write('/data.json', work.data)
    for (const { path, bytes } of work.pictures) compiler.mapShadow(ROOT + path, Buffer.from(bytes))
    const set = layOut(work, write, compile)
    if (!set.ok) return set
    work.step?.('file')
    return { ok: true, pdf: new Uint8Array(compiler.pdf(set.pages)), places: set.places }
  }

  function close(): void {
    // What a short file leaves goes with its process, or serves the next.
    if (isLargeProcess()) compiler.evictCache(0)
  }

  return { kind: 'native', typeset, close }
}
