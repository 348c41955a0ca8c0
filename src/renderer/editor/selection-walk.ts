/**
 * Before every commit React asks an element that has the focus and calls itself editable where in it the selection
 * lies, to put it back in case the element is lost, and walks all its text to find out: tens of milliseconds in a long
 * article, for each thing on the screen that changes. It never renders this element, and has nothing to put back. So
 * the element answers the question about itself as one would that is no field; what it is says its attribute.
 */
export function spareSelectionWalk(element: HTMLElement): void {
  Object.defineProperty(element, 'contentEditable', {
    configurable: true,
    get: () => (element.getAttribute('contenteditable') === 'false' ? 'false' : 'inherit'),
    set: (value: string) => {
      element.setAttribute('contenteditable', value)
    },
  })
}
