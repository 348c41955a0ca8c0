/**
 * How values travel as JSON between a browser window and the loopback host: bytes are written as
 * `{"$bytes":"<base64>"}`, everything else as JSON has it. Both sides hand in their own base64.
 */

/** Asks the holder of each part: a Buffer has been through its own `toJSON` before the replacer sees it. */
export function toWire(value: unknown, encode: (bytes: Uint8Array) => string): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, key, part: unknown) {
    const held = this[key]
    return held instanceof Uint8Array ? { $bytes: encode(held) } : part
  })
}

/** Throws a SyntaxError on text that is not JSON. The reviver is left out where no bytes travel: it is slow. */
export function fromWire(text: string, decode: (base64: string) => Uint8Array): unknown {
  if (!text.includes('"$bytes"')) return JSON.parse(text)
  return JSON.parse(text, (_key, part: unknown) => (isBytes(part) ? decode(part.$bytes) : part))
}

function isBytes(part: unknown): part is { readonly $bytes: string } {
  return (
    typeof part === 'object' &&
    part !== null &&
    '$bytes' in part &&
    typeof part.$bytes === 'string' &&
    Object.keys(part).length === 1
  )
}
