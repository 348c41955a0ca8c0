/** A PDF of so many pages with a black bar on each, in points; without text, so without fonts. */
export function drawnPdf(count: number, [width, height]: readonly [number, number]): Uint8Array {
  const kids = Array.from({ length: count }, (_, index) => `${3 + 2 * index} 0 R`).join(' ')
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Count ${count}/Kids[${kids}]>>`]
  for (let page = 0; page < count; page += 1) {
    const bar = `40 ${height - 80} ${60 + 40 * page} 40 re f`
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Contents ${4 + 2 * page} 0 R>>`,
      `<</Length ${bar.length}>>\nstream\n${bar}\nendstream`,
    )
  }
  let source = '%PDF-1.7\n'
  const rows = objects.map((object, index) => {
    const at = source.length
    source += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const start = source.length
  source += `xref\n0 ${rows.length + 1}\n0000000000 65535 f \n${rows.join('')}`
  source += `trailer\n<</Size ${rows.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`
  return new TextEncoder().encode(source)
}
