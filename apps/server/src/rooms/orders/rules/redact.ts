const PHONE = /(?<!\d)(1[3-9]\d[ -]?\d{4}[ -]?\d{4}|0\d{2,3}-?\d{7,8})(?!\d)/
const ID_NUMBER = /(?<!\d)\d{17}[\dXx](?!\d)/
const ROOM = /\d{1,4}\s*(号楼|栋|幢)?\s*\d{0,2}\s*(单元)?\s*\d{3,4}\s*(室|房|号房)/

/** Whether texts for the public still hold a phone, an ID number, a room number or one of the parties' names. */
export function holdsPersonalData(texts: readonly string[], names: readonly string[]): boolean {
  return texts.some(
    (text) =>
      PHONE.test(text) ||
      ID_NUMBER.test(text) ||
      ROOM.test(text) ||
      names.some((name) => [...name].length >= 2 && text.includes(name)),
  )
}
