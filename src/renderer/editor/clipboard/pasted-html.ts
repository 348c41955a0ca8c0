/**
 * Google Docs wraps everything it copies in one `<b style="font-weight:normal">`; read as it stands, a pasted
 * article would be bold from end to end.
 */
export function cleanPastedHtml(html: string): string {
  if (!/<b\b[^>]*docs-internal-guid/i.test(html)) return html
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  for (const wrapper of parsed.querySelectorAll('b[id^="docs-internal-guid"]')) {
    wrapper.replaceWith(...wrapper.childNodes)
  }
  return parsed.body.innerHTML
}
