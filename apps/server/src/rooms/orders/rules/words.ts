/** The title of an order whose requester wrote none: the item's name, else the first words of the text. */
export function titleOf(title: string | undefined, itemName: string | undefined, detail: string): string {
  if (title) return title
  if (itemName) return itemName
  const sentences = detail.split(/[\n。！？!?；;]/).map((sentence) => sentence.trim())
  const line = sentences.find((sentence) => sentence !== '') ?? detail
  const letters = [...line]
  return letters.length > 24 ? `${letters.slice(0, 23).join('')}…` : line
}
